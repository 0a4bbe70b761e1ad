"""Visits of leaders between the United States and every other state, by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import ANY, Made, Tie

USA = 2
START, END = 1874, 2023
"""The first visit to the USA that is listed, and the last year that both lists cover whole."""


def _make(sources: Mapping[str, Tables], log: IssueLog) -> Made:
    """Count visits in both directions by the year in which they begin."""
    visits = sources["leader_visits"]["visits"]
    rows = visits.group_by(
        pl.lit(USA, pl.Int16).alias("cow"),
        pl.col("cow").alias("partner"),
        pl.col("start").dt.year().alias("year"),
    ).len("value")
    cover = pl.DataFrame({"cow": [USA], "partner": [ANY], "start": [START], "end": [END]})
    return Made(rows, cover)


TIE = Tie("leader_visits", START, END, _make)
TIES = (TIE,)
