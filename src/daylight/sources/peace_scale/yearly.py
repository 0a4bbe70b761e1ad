"""The level of a pair on the peace scale, with the numbers of the year; rows do not ship."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.spells import NOWHERE
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 1900, 2015
"""Few pairs are coded from 2016 to 2020; they are no fair sample and are left out."""
NAME = "peace_level"


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the levels; West Germany gets its own number, which the file does not have."""
    levels = tables["peace_scale"]["levels"].rename({"a": "cow", "b": "partner", "level": "value"})
    rows = placed(levels.filter(pl.col("year") <= END), NAME, log)
    single = rows.unique(["cow", "partner", "year"], keep="first", maintain_order=True)
    return Made(single.select("cow", "partner", "year", "value"), NOWHERE)


LEVEL = Yearly(
    Tie(NAME, START, END, _make), ("peace_scale",), directed=False,
    unit="0 severe rivalry, .25 lesser rivalry, .5 negative peace, .75 warm peace, 1 community",
)  # fmt: skip
YEARLY = (LEVEL,)
