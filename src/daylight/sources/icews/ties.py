"""Verbal cooperation of a pair as a share of that of its less engaged side, from ICEWS files."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.spells import covered_years
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.windows import system

START, END = 1995, 2022
"""Where the data say nothing else: the years that the producer completed."""
FEWEST = 50
"""A state with fewer events in a year has no value: one event would move its shares by 0.02."""
DECIMALS = 4
"""One event of the most engaged pair of states is still above zero."""


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    found = tables["icews"]
    sums = engaged(found["cooperation"])
    years = found["years"]["year"].to_list()
    here = system(years[0], years[-1]).select("year", "cow")
    enough = sums.filter(pl.col("sum") >= FEWEST).join(here, on=["year", "cow"])
    few = len(sums.join(here, on=["year", "cow"])) - len(enough)
    log.note(f"verbal_cooperation: states and years with fewer than {FEWEST} events", few)
    other = enough.rename({"cow": "partner", "sum": "sum_partner"})
    pairs = enough.join(other, on="year").filter(pl.col("cow") < pl.col("partner"))
    rows = pairs.join(found["cooperation"], on=["cow", "partner", "year"]).select(
        "cow", "partner", "year",
        value=(pl.col("events") / pl.min_horizontal("sum", "sum_partner")).round(DECIMALS),
    )  # fmt: skip
    cover = covered_years(pairs.select("cow", "partner", "year"))
    return Made(rows, cover, span=(years[0], years[-1]))


def engaged(cooperation: pl.DataFrame) -> pl.DataFrame:
    """Return cow, year, sum: the events of each state with all others, also those of no state."""
    turned = cooperation.select(pl.col("partner").alias("cow"), "year", "events")
    both = pl.concat([cooperation.select("cow", "year", "events"), turned])
    states = both.filter(pl.col("cow") > 0)
    return states.group_by("cow", "year", maintain_order=True).agg(sum=pl.col("events").sum())


TIE = Tie("verbal_cooperation", START, END, _make)
TIES = (TIE,)
