"""Share of a state's imports of major arms over five years that came from another."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.arms import END, START, received
from daylight.build.ties.lineages import of_the_year
from daylight.build.ties.spells import covered_years
from daylight.build.ties.tie import Made, Tie
from daylight.build.ties.windows import system
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    arms = received(tables)
    some = arms.imports.filter(pl.col("value") > 0)
    shares = arms.pairs.join(some.rename({"value": "imports"}), on=["cow", "year"]).select(
        "cow", "partner", "year", value=(pl.col("value") / pl.col("imports")).round(3)
    )
    here = system(arms.first, arms.last)
    importers = some.rename({"cow": "newest"}).join(here, on=["newest", "year"])
    cover = covered_years(importers.select("cow", "year"))
    return Made(of_the_year(shares), cover, span=(arms.first, arms.last))


TIE = Tie(measure="arms_dependence", sources=("sipri_arms",), start=START, end=END, make=_make)
