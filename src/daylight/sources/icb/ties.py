"""International crises between two states, counted by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.tie import ANY, Made, Tie

WHOLE = (1919, 2019)
"""Years that are coded from January to December. The data begin in May 1918, and for 2020 they
have only crises that began earlier: rows of these two years count, absence in them says nothing."""


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the number of crises between the two that touch the year."""
    rows = tables["icb"]["crisis_years"].rename({"a": "cow", "b": "partner"})
    pairs = placed(rows, TIE.measure, log)
    counted = pairs.group_by("cow", "partner", "year").agg(value=pl.col("crisis").n_unique())
    cover = {"cow": [ANY], "partner": [ANY], "start": [WHOLE[0]], "end": [WHOLE[1]]}
    return Made(counted, pl.DataFrame(cover))


TIE = Tie("crises", 1918, 2020, make)
TIES = (TIE,)
