"""Regimes: days that are written month first, and those that go on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.gwf_regimes.source import COLUMNS, FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = tuple[int, str, str, str]
SHAH: Row = (630, "12/15/1925", "1/16/1979", "monarchy")
SINCE: Row = (630, "1/16/1979", "12/31/2020", "party-based ")


def files(*rows: Row, head: tuple[str, ...] = COLUMNS) -> dict[str, bytes]:
    lines = (",".join(map(str, row)) for row in (head, *rows))
    return {FILE: ("\n".join(lines) + "\n").encode()}


def test_two_regimes() -> None:
    assert shape(files(SINCE, SHAH), IssueLog("gwf_regimes"))["regimes"].rows() == [
        (630, "monarchy", date(1925, 12, 15), date(1979, 1, 16)),
        (630, "party-based", date(1979, 1, 16), None),
    ]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ((999, *SHAH[1:]), "outside the COW list"),
        ((2, *SHAH[1:3], "tyranny"), "unknown kind"),
        ((2, "1/16/1979", "12/15/1925", "monarchy"), "ends before the start"),
        ((2, "16/1/1979", "12/15/1980", "monarchy"), "a day that is none"),
        ((630, "12/15/1920", "12/15/1926", "monarchy"), "after the start of the next"),
    ],
)
def test_an_impossible_regime_stops(row: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shape(files(SHAH, row), IssueLog("gwf_regimes"))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="lacks the columns cowcode"):
        shape(files(SHAH, head=("state", *COLUMNS[1:])), IssueLog("gwf_regimes"))


@pytest.mark.mirror
def test_published_regimes(mirror: Path) -> None:
    table = load("gwf_regimes").tables["regimes"]
    russia = table.filter(pl.col("cow") == 365)
    assert russia["start"].to_list()[1:] == [date(1991, 8, 21), date(1993, 9, 21)]
