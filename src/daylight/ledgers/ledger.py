"""Six ledgers of each pair and year: sums of points, never netted and never renormalised."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.core.status import OBSERVED, STRUCTURAL_ZERO
from daylight.ledgers.curves import TOP
from daylight.ledgers.grid import PAIR_YEAR
from daylight.ledgers.item import HIGHEST
from daylight.ledgers.items import ITEMS
from daylight.ledgers.scored import maxima
from daylight.store.schemas.ledgers import LEDGERS, Ledger


def seen(ledger: Ledger) -> str:
    """Return the column of the part of a ledger that is observed."""
    return f"{ledger}_seen"


def ledgers(points: pl.DataFrame, overrides: Mapping[str, float] | None = None) -> pl.DataFrame:
    """Return a, b, year, the six ledgers, and how much of each is observed.

    Parameters
    ----------
    points : DataFrame
        From :func:`daylight.ledgers.points.points`, made with the same `overrides`.
    overrides : mapping of str to float, optional
        Maxima that the user sets.

    Returns
    -------
    DataFrame
        Each ledger is the sum of the points that are known, at most 100; military conflict is the
        highest. Points that are not known add nothing, and the rest is not scaled up for them: a
        ledger is a floor. It is null where nothing of it is known. `LEDGER_seen` is the part, 0 to
        1, of the maxima of its items whose value of the year is observed, or is known to be none.
    """
    most = maxima(overrides)
    columns: list[pl.Expr] = []
    for ledger in LEDGERS:
        items = [i for i in ITEMS if i.ledger == ledger and most[i.name] > 0]
        columns += [_total(ledger, [i.name for i in items]).cast(pl.Float32).alias(ledger)]
        whole = sum(most[i.name] for i in items)
        known = [
            pl.col(i.status).is_in([OBSERVED, STRUCTURAL_ZERO]).cast(pl.Float64) * most[i.name]
            for i in items
        ]
        part = pl.sum_horizontal(known) / whole if items else pl.lit(0.0)
        columns += [part.cast(pl.Float32).alias(seen(ledger))]
    return points.select(*PAIR_YEAR, *columns)


def _total(ledger: Ledger, names: list[str]) -> pl.Expr:
    if not names:
        return pl.lit(None, pl.Float64)
    if ledger in HIGHEST:
        return pl.max_horizontal(names)
    some = pl.any_horizontal(pl.col(name).is_not_null() for name in names)
    return pl.when(some).then(pl.sum_horizontal(names).clip(upper_bound=TOP))
