"""How much each ledger rests on each item: what happens when one is left out."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.ledgers.item import HIGHEST
from daylight.ledgers.items import ITEMS
from daylight.ledgers.ledger import ledgers

MUCH = 10.0


def without_each(
    points: pl.DataFrame, overrides: Mapping[str, float] | None = None
) -> pl.DataFrame:
    """Return how far each ledger falls when one of its items is dropped.

    Parameters
    ----------
    points : DataFrame
        From :func:`daylight.ledgers.points.points`.
    overrides : mapping of str to float, optional
        Maxima of the user, as given to `points`.

    Returns
    -------
    DataFrame
        item, ledger; ``moved`` (part of pair-years with points in the ledger that fall at all),
        ``mean`` (mean fall of those, points), ``much`` (part of pair-years with points that fall
        by more than :data:`MUCH`), ``most`` (greatest fall) and ``rank_correlation`` (Spearman's,
        among pair-years with points, of the ledger with and without; null where it does not vary).
    """
    base = ledgers(points, overrides)
    rows = []
    for item in ITEMS:
        name: str = item.ledger
        peers = [i.name for i in ITEMS if i.ledger == item.ledger and i.name != item.name]
        with_it = base[name]
        left = _without(points, item.ledger in HIGHEST, peers)
        some = with_it.fill_null(0.0) > 0
        before, after = with_it.filter(some), left.filter(some)
        fall = before - after
        moves = fall.filter(fall > 0.005)
        n = max(len(before), 1)
        both = pl.DataFrame({"x": before, "y": after})
        rank = both.select(pl.corr("x", "y", method="spearman")).item() if len(both) > 1 else None
        rows.append(
            (item.name, name, len(moves) / n, moves.mean(), (fall > MUCH).sum() / n,
             fall.max(), None if rank is None or rank != rank else rank)
        )  # fmt: skip
    names = ["item", "ledger", "moved", "mean", "much", "most", "rank_correlation"]
    kinds = [pl.String, pl.String, *[pl.Float64] * 5]
    return pl.DataFrame(rows, dict(zip(names, kinds, strict=True)), orient="row")


def _without(points: pl.DataFrame, highest: bool, peers: list[str]) -> pl.Series:
    """Return the ledger of the other items alone, 0 where none of them is known."""
    if not peers:
        return pl.zeros(len(points), eager=True)
    rest = pl.max_horizontal(peers) if highest else pl.sum_horizontal(peers).clip(upper_bound=100)
    return points.select(rest.fill_null(0.0).alias("rest"))["rest"]
