"""The highest hostility that one of two states showed the other itself, year by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.pairs import placed
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, END = 1816, 2014
NAME = "event_hostility"


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the highest level of an event between the two, in either direction."""
    events = tables["mie"]["events"].select("cow", "partner", "start", "end", "level")
    rows = placed(years_of(events, START, END), NAME, log)
    return Made(rows.group_by("cow", "partner", "year").agg(value=pl.col("level").max()))


EVENTS = Yearly(
    Tie(NAME, START, END, _make), ("mie",), directed=False,
    unit="highest level of an event between the two: 2 threat, 3 display, 4 use of force, 5 war",
)  # fmt: skip
YEARLY = (EVENTS,)
