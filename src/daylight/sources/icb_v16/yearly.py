"""Crises between two states to 2021: version 15, and what version 16 added."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.tie import ANY, Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 1918, 2022
WHOLE = (1919, 2021)
"""Years coded from January to December. Of 2022 there is only the end of a crisis of 2020."""
NAME = "crises_to_2021"


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the number of crises between the two that touch the year."""
    both = pl.concat([tables["icb"]["crisis_years"], tables["icb_v16"]["crisis_years"]])
    pairs = placed(both.rename({"a": "cow", "b": "partner"}), NAME, log)
    counted = pairs.group_by("cow", "partner", "year").agg(value=pl.col("crisis").n_unique())
    cover = {"cow": [ANY], "partner": [ANY], "start": [WHOLE[0]], "end": [WHOLE[1]]}
    return Made(counted, pl.DataFrame(cover))


CRISES = Yearly(
    Tie(NAME, START, END, _make), ("icb", "icb_v16"), directed=False,
    unit="crises between the two that touch the year",
)  # fmt: skip
YEARLY = (CRISES,)
