"""Major arms received over five years: their volume a year, and each supplier's share."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.spells import covered_years
from daylight.sources.kit.ties.tie import ANY, Made, Tie
from daylight.sources.kit.ties.windows import newest, shared_years, system
from daylight.sources.sipri_arms.received import END, LENGTH, START, received


def _transfers(tables: Mapping[str, Tables], log: IssueLog) -> Made:
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


def _dependence(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    arms = received(tables)
    some = arms.imports.filter(pl.col("value") > 0)
    shares = arms.pairs.join(some.rename({"value": "imports"}), on=["cow", "year"]).select(
        "cow", "partner", "year", value=(pl.col("value") / pl.col("imports")).round(3)
    )
    here = system(arms.first, arms.last)
    importers = some.rename({"cow": "newest"}).join(here, on=["newest", "year"])
    cover = covered_years(importers.select("cow", "year"))
    return Made(of_the_year(shares), cover, span=(arms.first, arms.last))


TRANSFERS = Tie("arms_transfers", START, END, _transfers)
DEPENDENCE = Tie("arms_dependence", START, END, _dependence)
TIES = (TRANSFERS, DEPENDENCE)
