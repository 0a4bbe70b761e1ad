"""Which trade agreements of DESTA are in force between two states in a year."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year, years_of
from daylight.sources.kit.ties.windows import ordered

START, END = 1948, 2023
"""Years of DESTA 2.2; an agreement before 1948 is not in it."""
DEEPEST = 7
BEFORE = {316: (315,)}
"""DESTA writes Czechoslovakia as Czechia."""
PAIR = ["a", "b", "base"]


def in_force(tables: Tables, end: int = END) -> pl.DataFrame:
    """Return cow, partner, year, start, depth: a row for each agreement in force.

    An agreement holds for a pair from the year of entry into force (of the accession, for a
    state that joined) to the year in which one of the two withdrew, it ended, or the year
    before another agreement took its place between the two. `end` is the last year returned.
    """
    rows = years_of(spells(tables).with_columns(first="start"), START, end)
    named = rows.select("year", "first", "depth", cow="a", partner="b")
    return ordered(of_the_year(named, earlier=BEFORE))


def spells(tables: Tables) -> pl.DataFrame:
    """Return the dyads with `end`, the last year in force; null where none is known.

    One that another took the place of before it began has an end before its start.
    """
    dyads = tables["dyads"].with_columns(end=pl.min_horizontal(_withdrawn(tables), _ended(tables)))
    return dyads.with_columns(end=pl.min_horizontal("end", _replaced(tables)))


def _withdrawn(tables: Tables) -> pl.Series:
    """Return the first withdrawal of either side after the start, for each dyad."""
    dyads = tables["dyads"].with_row_index("at")
    found = dyads.join(tables["withdrawals"], on=PAIR).filter(pl.col("year") >= pl.col("start"))
    return _first(dyads, found)


def _ended(tables: Tables) -> pl.Series:
    """Return the first end that DESTA does not list: of all parties, of one, or of a pair."""
    dyads = tables["dyads"].with_row_index("at")
    found = dyads.join(tables["ended"], on="base").filter(
        _is_party("cow") & _is_party("partner") & (pl.col("year") >= pl.col("start"))
    )
    return _first(dyads, found)


def _is_party(column: str) -> pl.Expr:
    side = pl.col(column)
    return side.is_null() | (side == pl.col("a")) | (side == pl.col("b"))


def _replaced(tables: Tables) -> pl.Series:
    """Return the year before the first agreement that takes the place of each dyad's own."""
    dyads = tables["dyads"].with_row_index("at")
    later = tables["dyads"].select("a", "b", by="base", year="start")
    found = dyads.join(tables["replaced"], on="base").join(later, on=["a", "b", "by"])
    found = found.filter(pl.col("year") > pl.col("start"))
    return _first(dyads, found.with_columns(pl.col("year") - 1))


def _first(dyads: pl.DataFrame, found: pl.DataFrame) -> pl.Series:
    first = found.group_by("at").agg(pl.col("year").min())
    return dyads.select("at").join(first, on="at", how="left", maintain_order="left")["year"]
