"""Participants of exercises: read by name, once a year, and none invented."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.exercises.source import FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = tuple[str, str, str, int]


def participants(*rows: Row, log: IssueLog | None = None) -> list[tuple[str, int, int]]:
    lines = ["MMEID,gwcode,country,year", *(",".join(map(str, row)) for row in rows)]
    files = {FILE: "\n".join(lines).encode()}
    return shape(files, log or IssueLog("exercises"))["participants"].rows()


def test_states_are_read_by_name_and_not_by_code() -> None:
    got = participants(("mme1", "817", "Vietnam", 2009), ("mme1", "NA", "St. Lucia", 2009))
    assert got == [("mme1", 2009, 56), ("mme1", 2009, 816)]


def test_a_participant_counts_once_a_year() -> None:
    log = IssueLog("exercises")
    twice = ("mme1", "2", "United States", 2003)
    assert participants(twice, twice, ("mme1", "2", "United States", 2004), log=log) == [
        ("mme1", 2003, 2),
        ("mme1", 2004, 2),
    ]
    assert next(i.rows for i in log.issues if "more than once" in i.text) == 1


def test_unknown_participants_and_groups_are_counted_and_left_out() -> None:
    log = IssueLog("exercises")
    rows: list[Row] = [
        ("m", "NA", "-9", 1980),
        ("m", "NA", "NATO", 1980),
        ("m", "365", "Russia", 1980),
    ]
    assert participants(*rows, log=log) == [("m", 1980, 365)]
    assert [(i.severity, i.rows) for i in log.issues][:2] == [("warning", 1), ("note", 1)]


def test_a_new_label_stops_and_says_where_to_map_it() -> None:
    with pytest.raises(SourceChanged, match=r"sources/exercises/source\.py"):
        participants(("m", "NA", "Atlantis", 1980))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="MMEID"):
        shape({FILE: b"country,year\nRussia,1980\n"}, IssueLog("exercises"))


@pytest.mark.mirror
def test_the_real_file(mirror: Path) -> None:
    loaded = load("exercises")
    table = loaded.tables["participants"]
    assert table["year"].n_unique() == 31
    # 453 rows of Russia, one of them twice.
    assert len(table.filter(pl.col("cow") == 365)) == 452
    assert {(i.rows, i.severity) for i in loaded.issues} >= {(208, "warning"), (18, "note")}
    russia = table.filter(pl.col("cow") == 365).select("exercise", "year")
    with_it = table.join(russia, on=["exercise", "year"])["cow"].value_counts()
    top = dict(with_it.iter_rows())
    assert (top[2], top[290], top[705]) == (94, 72, 70)
