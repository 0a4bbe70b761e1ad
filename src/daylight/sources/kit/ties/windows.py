"""Trailing windows: what two states did in the years up to and including one, never later.

A state is followed through its changes of number: what West Germany did counts for Germany.
"""

from __future__ import annotations

from functools import lru_cache

import polars as pl

from daylight.core.lineages import newest as current_number
from daylight.core.states import all_states, members

KEYS = ["cow", "partner", "year"]


@lru_cache(maxsize=1)
def _now() -> dict[int, int]:
    """Return today's number of the state that each number is or was."""
    return {state.cow: current_number(state.cow) for state in all_states()}


@lru_cache(maxsize=8)
def system(first: int, last: int) -> pl.DataFrame:
    """Return year, cow, newest: the numbers in the system, and today's number of the state."""
    return pl.DataFrame(
        [(year, cow, _now()[cow]) for year in range(first, last + 1) for cow in members(year)],
        {"year": pl.Int16, "cow": pl.Int16, "newest": pl.Int16},
        orient="row",
    )


def newest(rows: pl.DataFrame, *sides: str) -> pl.DataFrame:
    """Return rows with today's number of each state; 0, for no state, stays."""
    return rows.with_columns(
        pl.col(side).cast(pl.Int16).replace(_now()).cast(pl.Int16) for side in sides
    )


def in_system(rows: pl.DataFrame, *sides: str) -> pl.DataFrame:
    """Return the rows whose `sides`, in today's numbers, were in the system that year."""
    if rows.is_empty():
        return rows
    first, last = rows.select(first=pl.col("year").min(), last=pl.col("year").max()).row(0)
    here = system(first, last).select("year", "newest").unique()
    for side in sides:
        rows = rows.join(here, left_on=["year", side], right_on=["year", "newest"], how="semi")
    return rows


def trailing(rows: pl.DataFrame, length: int, last: int, keys: list[str] = KEYS) -> pl.DataFrame:
    """Return keys and value: the sum over the `length` years up to and including each.

    Parameters
    ----------
    rows : DataFrame
        `keys`, with a year among them, and value; several rows of the same keys are added.
    length : int
        Years of the window.
    last : int
        No row is later than this year.
    """
    offsets = pl.DataFrame({"offset": range(length)}, {"offset": pl.Int16})
    return (
        rows.join(offsets, how="cross")
        .with_columns(year=pl.col("year").cast(pl.Int16) + pl.col("offset"))
        .filter(pl.col("year") <= last)
        .group_by(keys, maintain_order=True)
        .agg(pl.col("value").sum())
    )


def shared_years(rows: pl.DataFrame, length: int, first: int) -> pl.DataFrame:
    """Return rows with `years`: in how many years of the window both were in the system.

    Years before `first`, which are not covered, do not count.
    """
    offsets = pl.DataFrame({"offset": range(length)}, {"offset": pl.Int16})
    past = (
        rows.select(KEYS)
        .join(offsets, how="cross")
        .with_columns(now="year", year=pl.col("year") - pl.col("offset"))
        .filter(pl.col("year") >= first)
    )
    count = in_system(past, "cow", "partner").group_by("cow", "partner", "now").agg(years=pl.len())
    return rows.join(count.rename({"now": "year"}), on=KEYS)


def ordered(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows of pairs with the lower number first."""
    return rows.with_columns(
        cow=pl.min_horizontal("cow", "partner"), partner=pl.max_horizontal("cow", "partner")
    )
