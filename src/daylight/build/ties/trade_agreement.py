"""Whether two states have a trade agreement in force (DESTA)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.agreements import END, START, in_force
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for each pair and year with an agreement in force."""
    pairs = in_force(tables["desta"]).select("cow", "partner", "year").unique()
    return Made(pairs.with_columns(value=pl.lit(1.0)))


TIE = Tie("trade_agreement", ("desta",), START, END, make)
