"""Volume of major arms that a state received from another, a year, on a log scale."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.arms import END, LENGTH, START, received
from daylight.build.ties.lineages import of_the_year
from daylight.build.ties.tie import ANY, Made, Tie
from daylight.build.ties.windows import newest, shared_years, system
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    arms = received(tables)
    mean = pl.col("value") / pl.col("years")
    rows = shared_years(arms.pairs, LENGTH, arms.first - LENGTH + 1).select(
        "cow", "partner", "year", value=(1 + mean).log10().round(2)
    )
    cover = pl.DataFrame(
        {"cow": [arms.recipient], "partner": [ANY], "start": [arms.first], "end": [arms.last]}
    )
    if arms.recipient != ANY:
        one = newest(cover, "cow").rename({"cow": "newest"})
        numbers = system(arms.first, arms.last).select("cow", "newest").unique()
        cover = one.join(numbers, on="newest").select("cow", "partner", "start", "end")
    return Made(of_the_year(rows), cover, span=(arms.first, arms.last))


TIE = Tie(measure="arms_transfers", sources=("sipri_arms",), start=START, end=END, make=_make)
