"""Whether two states have a bilateral investment treaty in force (UNCTAD)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year, years_of
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.windows import ordered

START, END = 1957, 2024
"""The source's first treaties on investment, and its last whole year."""
BEFORE = {316: (315,), 317: (315,)}
"""Treaties of Czechoslovakia stand under both of its successors."""


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for each pair and year with a treaty in force on any day."""
    treaties = tables["bits"]["treaties"].select(
        cow="a",
        partner="b",
        start=pl.col("in_force").dt.year().cast(pl.Int16),
        end=pl.col("terminated").dt.year().cast(pl.Int16),
    )
    rows = of_the_year(years_of(treaties, START, END), earlier=BEFORE)
    pairs = ordered(rows).select("cow", "partner", "year").unique()
    return Made(pairs.filter(pl.col("cow") != pl.col("partner")).with_columns(value=pl.lit(1.0)))


TIE = Tie("investment_treaty", START, END, make)
TIES = (TIE,)
