"""Past values that fade: a war of last year still counts, a little less each year."""

from __future__ import annotations

import polars as pl

from daylight.ledgers.grid import PAIR_YEAR, lineages
from daylight.ledgers.years import FIRST

FORGOTTEN = 0.025
"""A remainder under this part of a level is dropped: half a point of a conflict."""


def faded(
    grid: pl.DataFrame, rows: pl.DataFrame, fade: float, held: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return rows of the grid with the highest of this year's value and what is left of the past.

    After n years a value is worth `value * (1 - fade) ** n`; years that are held do not count. A
    state keeps its past through a change of number: that of West Germany is Germany's. Values from
    before the grid count too.

    Parameters
    ----------
    grid : DataFrame
        a, b, year.
    rows : DataFrame
        a, b, year and value, or ab and ba; nulls say nothing.
    fade : float
        Part lost each year, between 0 and 1.
    held : DataFrame, optional
        a, b, year in which nothing fades, see :mod:`daylight.ledgers.faults`.
    """
    names = [c for c in ("value", "ab", "ba") if c in rows.columns]
    first = grid["year"].min()
    early = rows.filter(pl.col("year") < first).select(*PAIR_YEAR, *names)
    here = grid.select(PAIR_YEAR).join(rows.select(*PAIR_YEAR, *names), on=PAIR_YEAR, how="left")
    touched = lineages(rows.select("a", "b").unique()).select("one", "two").unique()
    every = lineages(pl.concat([early.select(here.columns), here.select(here.columns)]))
    ordered = every.join(touched, on=["one", "two"], how="semi")
    ordered = _free_years(ordered, held).sort("one", "two", "year")
    kept = pl.lit(1.0 - fade) ** pl.col("free")
    left = [
        ((pl.col(c).fill_null(0.0) / kept).cum_max().over("one", "two") * kept).alias(c)
        for c in names
    ]
    out = ordered.with_columns(left).filter(pl.col("year") >= first)
    some = pl.max_horizontal(names) >= FORGOTTEN
    rest = [pl.when(pl.col(c) >= FORGOTTEN).then(c).otherwise(0.0).alias(c) for c in names]
    return out.filter(some).select(*PAIR_YEAR, *rest)


def _free_years(rows: pl.DataFrame, held: pl.DataFrame | None) -> pl.DataFrame:
    """Add `free`: the years since :data:`daylight.ledgers.grid.FIRST` that were not held."""
    years = pl.col("year").cast(pl.Float64) - FIRST
    if held is None:
        return rows.with_columns(free=years)
    marked = rows.join(
        held.select(PAIR_YEAR).unique().with_columns(held=pl.lit(1.0)), on=PAIR_YEAR, how="left"
    ).sort("one", "two", "year")
    # a pair has two rows in the year of a change of number
    once = pl.struct("one", "two", "year").is_first_distinct()
    past = (pl.col("held").fill_null(0.0) * once).cum_sum().over("one", "two")
    return marked.with_columns(free=years - past).drop("held")
