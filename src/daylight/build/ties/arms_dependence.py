"""Share of a state's imports of major arms over five years that came from another."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.arms import END, START, received
from daylight.build.ties.lineages import of_the_year
from daylight.build.ties.tie import ANY, Made, Tie
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
    return Made(
        of_the_year(shares), _spells(importers.select("cow", "year")), span=(arms.first, arms.last)
    )


def _spells(years: pl.DataFrame) -> pl.DataFrame:
    """Return cover rows: each run of years in which a state imported anything."""
    run = pl.col("year") - pl.col("year").rank("dense").over("cow").cast(pl.Int16)
    runs = years.sort("cow", "year").group_by("cow", run.alias("run"), maintain_order=True)
    spans = runs.agg(start=pl.col("year").min(), end=pl.col("year").max())
    return spans.select("cow", pl.lit(ANY).alias("partner"), "start", "end")


TIE = Tie(measure="arms_dependence", sources=("sipri_arms",), start=START, end=END, make=_make)
