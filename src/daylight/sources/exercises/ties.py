"""Joint exercises of a pair: the mean a year over the last three covered years."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import of_the_year
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.windows import in_system, newest, ordered, shared_years, trailing

START, END, LENGTH = 1980, 2010, 3


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    participants = newest(tables["exercises"]["participants"], "cow").unique(maintain_order=True)
    inside = in_system(participants, "cow")
    log.note(
        "joint_exercises: participants that were not in the state system that year",
        len(participants) - len(inside),
    )
    other = inside.rename({"cow": "partner"})
    both = inside.join(other, on=["exercise", "year"]).filter(pl.col("cow") < pl.col("partner"))
    yearly = both.group_by("cow", "partner", "year", maintain_order=True).agg(value=pl.len())
    sums = trailing(yearly, LENGTH, END)
    mean = shared_years(sums, LENGTH, START).select(
        "cow", "partner", "year", value=(pl.col("value") / pl.col("years")).round(2)
    )
    return Made(ordered(of_the_year(mean)))


TIE = Tie("joint_exercises", START, END, _make)
TIES = (TIE,)
