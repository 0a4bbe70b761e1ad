"""Which states have a bilateral investment treaty in force in a year."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year, years_of
from daylight.sources.kit.ties.windows import ordered

START, END = 1957, 2025
"""Years that the source covers whole. The first treaty in force in it is of 1962."""
BEFORE = {316: (315,), 317: (315,)}
"""Treaties of Czechoslovakia stand under both of its successors."""


def in_force(tables: Tables, end: int = END) -> pl.DataFrame:
    """Return cow, partner (the lower number first), year, of pairs with a treaty in force.

    A treaty holds in each year in which it is in force on any day. A covered year and pair
    without a row has none.
    """
    treaties = tables["treaties"].select(
        cow="a",
        partner="b",
        start=pl.col("in_force").dt.year().cast(pl.Int16),
        end=pl.col("terminated").dt.year().cast(pl.Int16),
    )
    rows = ordered(of_the_year(years_of(treaties, START, end), earlier=BEFORE))
    pairs = rows.select("cow", "partner", "year").unique()
    return pairs.filter(pl.col("cow") != pl.col("partner")).sort("cow", "partner", "year")
