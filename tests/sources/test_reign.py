"""Leaders of REIGN: days of coming, months of going, and bytes that are no UTF-8."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.reign.source import COLUMNS, FILE, shape

Row = tuple[int, str, int, int, int, int | str, int | str]
TRUMP: Row = (2, "Trump", 20, 1, 2017, 1, 2021)
BIDEN: Row = (2, "Biden", 20, 1, 2021, "", "")


def files(*rows: Row, head: tuple[str, ...] = COLUMNS) -> dict[str, bytes]:
    lines = (",".join(map(str, row)) for row in (head, *rows))
    return {FILE: ("\n".join(lines) + "\n").encode()}


def test_who_went_in_a_month_and_who_is_in_office() -> None:
    log = IssueLog("reign")
    assert shape(files(BIDEN, TRUMP), log)["leaders"].rows() == [
        (2, "Trump", date(2017, 1, 20), date(2021, 1, 1)),
        (2, "Biden", date(2021, 1, 20), None),
    ]
    assert [issue.rows for issue in log.issues] == [1]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ((999, *TRUMP[1:]), "outside the COW list"),
        ((2, "Trump", 31, 2, 2017, 1, 2021), "a day that is none"),
        ((2, "Trump", 20, 1, 2017, 12, 2016), "before the month of the start"),
        ((2, "Trump", 20, 1, 2017, "", 2021), "year or month alone"),
    ],
)
def test_an_impossible_leader_stops(row: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shape(files(BIDEN, row), IssueLog("reign"))


def test_a_name_that_is_torn_stops() -> None:
    torn = {FILE: files(TRUMP)[FILE].replace(b"Trump", b"Tr\x85mp")}
    with pytest.raises(SourceChanged, match="no UTF-8"):
        shape(torn, IssueLog("reign"))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="lacks the columns eyear"):
        shape(files(TRUMP, head=(*COLUMNS[:-1], "other")), IssueLog("reign"))


@pytest.mark.mirror
def test_published_leaders(mirror: Path) -> None:
    table = load("reign").tables["leaders"]
    newest = table.filter(pl.col("end").is_null() & (pl.col("cow") == 345))
    assert newest["name"].to_list() == ["Ana Brnabic"]
    assert table["start"].max() == date(2021, 2, 22)
    kuwait = table.filter(pl.col("name") == "Nawaf Al-Sabah")
    assert kuwait["start"].to_list() == [date(2020, 9, 29)], "corrected"
