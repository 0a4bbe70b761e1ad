"""Give each row the COW number that the state had in the year of the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import polars as pl

from daylight.core.states import all_states, lineage, members

SIDES = ("cow", "partner")
Earlier = Mapping[int, tuple[int, ...]]


def of_the_year(
    rows: pl.DataFrame, columns: Iterable[str] = SIDES, earlier: Earlier | None = None
) -> pl.DataFrame:
    """Return the rows of states that were in the system that year, under their number then.

    Sources that write one code for a country through time are read so: Germany is 255 to
    1945, 260 from 1955 to 1990 and 255 from 1990; a year with two numbers gets both rows.

    Parameters
    ----------
    rows : DataFrame
        year and the columns, which hold numbers of any year of the state.
    columns : iterable of str
        Columns to change.
    earlier : mapping of int to tuple of int, optional
        More numbers that a code stands for before the state itself: 316 (Czechia) for 315.
    """
    if rows.is_empty():
        return rows
    out = rows.with_columns(pl.col("year").cast(pl.Int16))
    first, last = (int(year) for year in (out["year"].min(), out["year"].max()))  # type: ignore[arg-type]
    table = _numbers(first, last, tuple((earlier or {}).items()))
    for column in columns:
        here = table.rename({"code": column})
        joined = out.with_columns(pl.col(column).cast(pl.Int16)).join(here, on=[column, "year"])
        out = joined.drop(column).rename({"now": column})
    return out.select(rows.columns)


@lru_cache(maxsize=16)
def _numbers(
    first: int, last: int, earlier: tuple[tuple[int, tuple[int, ...]], ...]
) -> pl.DataFrame:
    """Return code, year, now: every number that a code stands for in a year."""
    more = dict(earlier)
    system = {year: set(members(year)) for year in range(first, last + 1)}
    codes = {
        state.cow: {*(cow for cow, _, _ in lineage(state)), *more.get(state.cow, ())}
        for state in all_states()
    }
    rows = [
        (code, year, cow)
        for year, there in system.items()
        for code, cows in codes.items()
        for cow in cows & there
    ]
    kinds = {"code": pl.Int16, "year": pl.Int16, "now": pl.Int16}
    return pl.DataFrame(rows, kinds, orient="row")


def years_of(spells: pl.DataFrame, first: int, last: int) -> pl.DataFrame:
    """Return a row for each year of spells with `start` and `end`, from first to last.

    An end that is null goes on to the last year.
    """
    inside = spells.with_columns(
        start=pl.max_horizontal("start", pl.lit(first)),
        end=pl.min_horizontal(pl.col("end").fill_null(last), pl.lit(last)),
    ).filter(pl.col("start") <= pl.col("end"))
    years = pl.int_ranges("start", pl.col("end") + 1, dtype=pl.Int16)
    return inside.with_columns(year=years).drop("start", "end").explode("year")
