"""Every pair of states of the system in every year, and values placed on them with a status."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.core.lineages import NUMBERS, newest
from daylight.core.states import all_states, members
from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.ledgers.years import FIRST, LAST

PAIR_YEAR = ["a", "b", "year"]
NEVER = pl.lit(False)


def pair_years(first: int = FIRST, last: int = LAST) -> pl.DataFrame:
    """Return a, b, year with a < b: all pairs of states that were in the system that year."""
    parts: list[pl.DataFrame] = []
    for year in range(first, last + 1):
        states = np.array(sorted(members(year)), np.int16)
        i, k = np.triu_indices(len(states), 1)
        parts.append(pl.DataFrame({"a": states[i], "b": states[k]}).with_columns(year=year))
    return pl.concat(parts).with_columns(pl.col("year").cast(pl.Int16)).sort(PAIR_YEAR)


@dataclass(frozen=True, slots=True)
class Found:
    """What sources say of one item.

    Attributes
    ----------
    rows : DataFrame
        a < b, year and value; or ab and ba of a directed item. Null where not known.
    zero : Expr
        Of a, b, year: where a pair without a row has none.
    reached : Expr
        Where a source looks at the pair at all, so that no row outside `zero` is missing.
    whole : Expr
        Where a row holds all that there is. Elsewhere a value is only known to be no less, and
        its status is outside coverage until it reaches `full`.
    full : float
        Raw value that no other source could raise.
    """

    rows: pl.DataFrame
    zero: pl.Expr
    reached: pl.Expr
    whole: pl.Expr
    full: float = float("inf")


def placed(grid: pl.DataFrame, found: Found, directed: bool) -> pl.DataFrame:
    """Return the raw values and status of each row of the grid, in its order.

    Returns
    -------
    DataFrame
        value, or ab and ba; and status. A direction without a row beside one that has one is
        zero where absence means none. Where only one direction is known, the status is missing.
    """
    names = ["ab", "ba"] if directed else ["value"]
    rows = found.rows.select(
        *(pl.col(c).cast(pl.Int16) for c in PAIR_YEAR),
        *(pl.col(c).cast(pl.Float32) for c in names),
        row=True,
    )
    on = grid.join(rows, on=PAIR_YEAR, how="left", maintain_order="left")
    known = [pl.col(c).is_not_null() for c in names]
    some, every = pl.any_horizontal(known), pl.all_horizontal(known)
    settled = (pl.max_horizontal(names) >= found.full).fill_null(False)
    status = (
        pl.when(settled | (every & found.whole)).then(OBSERVED)
        .when(some & found.zero).then(OBSERVED)
        .when(some & ~found.whole).then(OUTSIDE_COVERAGE)
        .when(pl.col("row").is_not_null()).then(MISSING)
        .when(found.zero).then(STRUCTURAL_ZERO)
        .when(found.reached).then(MISSING)
        .otherwise(OUTSIDE_COVERAGE)
    )  # fmt: skip
    blank = found.zero & (pl.col("row").is_null() | some)
    return on.select(
        *(pl.when(blank).then(pl.col(c).fill_null(0.0)).otherwise(pl.col(c)).alias(c)
          for c in names),
        status=status.cast(pl.Int8),
    )  # fmt: skip


def between(first: int, last: int) -> pl.Expr:
    """Return whether a year is one of these."""
    return pl.col("year").is_between(first, last)


def as_pairs(rows: pl.DataFrame, directed: bool) -> pl.DataFrame:
    """Return rows of cow, partner, year, value with a < b, and ab, ba where directed.

    A value of `cow` towards `partner` becomes `ab` or `ba`; of several values of one pair in a
    year the highest holds.
    """
    cow, partner = pl.col("cow").cast(pl.Int16), pl.col("partner").cast(pl.Int16)
    forth = cow < partner
    table = rows.filter(cow != partner).select(
        pl.min_horizontal(cow, partner).alias("a"),
        pl.max_horizontal(cow, partner).alias("b"),
        pl.col("year").cast(pl.Int16),
        value=pl.col("value").cast(pl.Float64),
        forth=forth,
    )
    if not directed:
        return table.group_by(PAIR_YEAR).agg(pl.col("value").max())
    return table.group_by(PAIR_YEAR).agg(
        ab=pl.col("value").filter(pl.col("forth")).max(),
        ba=pl.col("value").filter(~pl.col("forth")).max(),
    )


def pair_numbers(lined: pl.DataFrame) -> NDArray[np.int64]:
    """Return :func:`daylight.core.lineages.pair_number` of each row of :func:`lineages`."""
    low = pl.min_horizontal("one", "two").cast(pl.Int64)
    number = low * NUMBERS + pl.max_horizontal("one", "two")
    found: NDArray[np.int64] = lined.select(number).to_series().to_numpy()
    return found


def lineages(rows: pl.DataFrame) -> pl.DataFrame:
    """Add `one` and `two`: today's numbers of the two states, so that a past is one's own."""
    now = {state.cow: newest(state.cow) for state in all_states()}
    return rows.with_columns(
        one=pl.col("a").replace_strict(now, return_dtype=pl.Int16),
        two=pl.col("b").replace_strict(now, return_dtype=pl.Int16),
    )
