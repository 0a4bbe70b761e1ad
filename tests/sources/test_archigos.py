"""Leaders of Archigos: numbers, words, spells of an older age, and what is corrected."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.archigos.source import COLUMNS, FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = tuple[int, str, str, str, str, str]
TRUMAN: Row = (2, "Truman", "1945-04-12", "1953-01-20", "Regular", "Regular")
VUCIC: Row = (340, "Vucic", "2014-04-27", "2015-12-31", "Regular", "Still in Office")


def files(*rows: Row) -> dict[str, bytes]:
    target = BytesIO()
    pl.DataFrame(list(rows), COLUMNS, orient="row").write_parquet(target)
    return {FILE: target.getvalue()}


def test_a_leader_and_a_number_of_its_own() -> None:
    got = shape(files(VUCIC, TRUMAN), IssueLog("archigos"))["leaders"]
    assert got.rows() == [
        (2, "Truman", date(1945, 4, 12), date(1953, 1, 20), "Regular", "Regular"),
        (345, "Vucic", date(2014, 4, 27), date(2015, 12, 31), "Regular", "Still in Office"),
    ]


def test_older_leaders_and_those_of_no_state_are_left_out() -> None:
    log = IssueLog("archigos")
    old = (2, "Hoover", "1929-03-04", "1933-03-04", "Regular", "Regular")
    tibet = (711, "14th Dalai Lama", "1950-11-17", "1951-05-23", "Regular", "Foreign")
    assert shape(files(TRUMAN, old, tibet), log)["leaders"]["name"].to_list() == ["Truman"]
    assert [issue.rows for issue in log.issues if "Tibet" in issue.text] == [1]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ((999, *TRUMAN[1:]), "outside the COW list"),
        ((*TRUMAN[:4], "Elected", "Regular"), "did not come in one of the ways"),
        ((*TRUMAN[:5], "Lost"), "did not go in one of the ways"),
        ((2, "Truman", "1953-01-20", "1945-04-12", "Regular", "Regular"), "before the start"),
    ],
)
def test_an_impossible_leader_stops(row: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shape(files(TRUMAN, row), IssueLog("archigos"))


def test_a_missing_column_stops() -> None:
    target = BytesIO()
    pl.DataFrame([TRUMAN], COLUMNS, orient="row").drop("exit").write_parquet(target)
    with pytest.raises(SourceChanged, match="lacks the columns exit"):
        shape({FILE: target.getvalue()}, IssueLog("archigos"))


@pytest.mark.mirror
def test_published_leaders(mirror: Path) -> None:
    table = load("archigos").tables["leaders"]
    iran = table.filter(pl.col("cow") == 630)
    assert iran["name"].to_list()[-3:] == ["Khatami", "Ahmadinejad", "Rouhani"], "presidents"
    came = iran.filter(pl.col("start") == date(1979, 2, 1))
    assert came["entry"].to_list() == ["Irregular"]
    maduro = table.filter(pl.col("name") == "Maduro")
    assert maduro["start"].to_list() == [date(2013, 3, 5)], "corrected"
