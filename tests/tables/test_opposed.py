"""Who met whom in a dispute, and who only joined a side."""

from __future__ import annotations

from datetime import date

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.tables.opposed import opposed

USA, UK, RUSSIA = 2, 200, 365


def disputes(
    parts: list[tuple[int, int, bool, int]], events: list[tuple[int, int, int]]
) -> list[tuple[int, int, float]]:
    """Return what is kept of disputes of 1960: dispute, state, side and level; and of events."""
    day = date(1960, 1, 1)
    people = [(d, c, side, day, day, level) for d, c, side, level in parts]
    kinds = {"dispute": pl.Int32, "cow": pl.Int16, "side_a": pl.Boolean, "start": pl.Date,
             "end": pl.Date, "level": pl.Int8}  # fmt: skip
    table = pl.DataFrame(people, kinds, orient="row")
    incidents = table.clear().with_columns(incident=pl.lit(1, pl.Int32))
    met = {"cow": pl.Int16, "partner": pl.Int16, "start": pl.Int16, "end": pl.Int16,
           "level": pl.Int8}  # fmt: skip
    seen = [(a, b, 1960, 1960, level) for a, b, level in events]
    rows = opposed(
        {"participants": table, "incident_participants": incidents},
        {"events": pl.DataFrame(seen, met, orient="row")},
        IssueLog("test"),
    )
    return rows.select("cow", "partner", "value").sort("cow", "partner").rows()


def test_who_only_joined_a_side_is_no_enemy() -> None:
    many = [(1, USA, True, 4), (1, UK, True, 3), (1, RUSSIA, False, 4)]
    assert disputes(many, events=[(USA, RUSSIA, 4)]) == [(USA, RUSSIA, 4)]


def test_a_dispute_of_two_needs_no_event() -> None:
    assert disputes([(1, USA, True, 4), (1, RUSSIA, False, 2)], events=[]) == [(USA, RUSSIA, 4)]


def test_the_highest_of_several_disputes_of_a_year_counts() -> None:
    two = [(1, USA, True, 2), (1, RUSSIA, False, 2), (2, USA, True, 4), (2, RUSSIA, False, 3)]
    assert disputes(two, events=[]) == [(USA, RUSSIA, 4)]
