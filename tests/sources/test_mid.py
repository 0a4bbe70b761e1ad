"""Dispute data: dates with unknown parts, sides, levels, and files that belong together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.mid.source import DISPUTES, INCIDENTS, PARTICIPANTS, shape

Row = dict[str, Any]
PART: Row = {
    "dispnum": 7, "ccode": 2, "sidea": 1, "stday": 3, "stmon": 2, "styear": 1995,
    "endday": 5, "endmon": 4, "endyear": 1996, "hostlev": 3, "version": 5,
}  # fmt: skip
OTHER = PART | {"ccode": 365, "sidea": 0, "hostlev": 1}


def csv(*rows: Row) -> bytes:
    return pl.DataFrame(list(rows)).write_csv().encode()


def files(
    parts: list[Row] | None = None, incidents: list[Row] | None = None, level: int = 3
) -> dict[str, bytes]:
    members = [PART, OTHER] if parts is None else parts
    clashes = [row | {"incidnum": 71, "insidea": row["sidea"]} for row in (PART, OTHER)]
    return {
        DISPUTES: csv({"dispnum": 7, "hostlev": level, "version": 5}),
        PARTICIPANTS: csv(*members),
        INCIDENTS: csv(*(clashes if incidents is None else incidents)),
    }


def test_participants_and_incidents() -> None:
    got = shape(files(), IssueLog("mid"))
    first, last = date(1995, 2, 3), date(1996, 4, 5)
    assert got["participants"].rows() == [
        (7, 2, True, first, last, 3),
        (7, 365, False, first, last, 1),
    ]
    assert got["incident_participants"].rows() == [
        (7, 71, 2, True, first, last, 3),
        (7, 71, 365, False, first, last, 1),
    ]


def test_the_side_in_an_incident_is_its_own() -> None:
    turned = [PART | {"incidnum": 71, "insidea": 0}, OTHER | {"incidnum": 71, "insidea": 1}]
    got = shape(files(incidents=turned), IssueLog("mid"))["incident_participants"]
    assert got["side_a"].to_list() == [False, True]


@pytest.mark.parametrize(
    ("unknown", "start", "end"),
    [
        ({"stday": -9}, date(1995, 2, 1), date(1996, 4, 5)),
        ({"endday": -9, "endmon": 2}, date(1995, 2, 3), date(1996, 2, 29)),
        ({"stday": -9, "stmon": -9}, date(1995, 1, 1), date(1996, 4, 5)),
        ({"endday": -9, "endmon": -9}, date(1995, 2, 3), date(1996, 12, 31)),
    ],
)
def test_unknown_days_and_months_widen_a_date(unknown: Row, start: date, end: date) -> None:
    log = IssueLog("mid")
    got = shape(files([PART | unknown, OTHER]), log)["participants"]
    assert got.row(0, named=True)["start"] == start
    assert got.row(0, named=True)["end"] == end
    assert [i.rows for i in log.issues if PARTICIPANTS in i.text] == [1]


@pytest.mark.parametrize("odd", [{"hostlev": 6}, {"hostlev": -9}, {"sidea": 2}, {"ccode": 3}])
def test_an_unknown_value_stops(odd: Row) -> None:
    with pytest.raises(SourceChanged, match=next(iter(odd))):
        shape(files([PART | odd, OTHER]), IssueLog("mid"))


def test_another_release_and_an_empty_cell_stop() -> None:
    with pytest.raises(SourceChanged, match="version"):
        shape(files([PART | {"version": 4}, OTHER]), IssueLog("mid"))
    with pytest.raises(SourceChanged, match="empty cells in styear"):
        shape(files([PART | {"styear": None}, OTHER]), IssueLog("mid"))
    with pytest.raises(SourceChanged, match="lacks the columns hostlev"):
        bare = csv({k: v for k, v in PART.items() if k != "hostlev"})
        shape(files() | {PARTICIPANTS: bare}, IssueLog("mid"))


def test_files_that_do_not_belong_together_stop() -> None:
    with pytest.raises(SourceChanged, match="two sides"):
        shape(files([PART], []) | {INCIDENTS: files()[INCIDENTS]}, IssueLog("mid"))
    third = [PART | {"incidnum": 71, "insidea": 1, "ccode": 20}]
    with pytest.raises(SourceChanged, match="not in the dispute"):
        shape(files(incidents=third), IssueLog("mid"))


def test_a_level_unlike_that_of_the_participants_is_noted() -> None:
    log = IssueLog("mid")
    shape(files(level=4), log)
    assert [i.rows for i in log.issues if "hostility" in i.text] == [1]


@pytest.mark.mirror
def test_published_counts(mirror: Path) -> None:
    tables = load("mid").tables
    people = tables["participants"]
    assert people["dispute"].n_unique() == 2436
    changed = people.group_by("dispute", "cow").agg(pl.col("side_a").n_unique())
    assert len(changed.filter(pl.col("side_a") > 1)) == 6, "changed sides in one dispute"
    clashes = tables["incident_participants"]
    assert (clashes["start"] <= clashes["end"]).all()
    assert clashes["start"].dt.year().min() == 1992
