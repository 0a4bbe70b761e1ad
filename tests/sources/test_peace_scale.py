"""The peace scale: fills of the spreadsheet, missing levels, and West Germany's number."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.peace_scale.source import FILE, shape
from daylight.sources.peace_scale.yearly import LEVEL


def levels(*lines: str) -> list[tuple[float, ...]]:
    return shape({FILE: "\n".join(lines).encode()}, IssueLog("t"))["levels"].rows()


def test_a_level_and_a_pair_in_the_other_order() -> None:
    assert levels("2020,1920,0.75", "435403,2008,0.5") == [
        (2, 20, 1920, 0.75), (403, 435, 2008, 0.5),
    ]  # fmt: skip


def test_rows_without_a_level_and_fills_are_left_out() -> None:
    log = IssueLog("t")
    text = "2020,1920,1\n2020,1921,.\n520530,20202,0.5\n935937,2000,0.5"
    assert len(shape({FILE: text.encode()}, log)["levels"]) == 1
    assert [issue.rows for issue in log.issues] == [2, 1]


@pytest.mark.parametrize(
    ("line", "text"),
    [("2020,2021,0.5", "after 2020"), ("2999,1950,0.5", "outside the COW list"),
     ("2002,1950,0.5", "pair of one state"), ("2020,1950,1.5", "outside 0 to 1"),
     ("2020,1899,1", "before 1900"), ("2020,1950", "two|2 columns")],
)  # fmt: skip
def test_what_is_not_known_stops(line: str, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        levels(line)


def test_its_rows_never_ship() -> None:
    assert declaration("peace_scale").redistribution == "no"
    assert "Nothing" in declaration("peace_scale").ships


@pytest.mark.mirror
def test_west_germany_has_its_own_number(mirror: Path) -> None:
    table = load("peace_scale").tables["levels"]
    rows = LEVEL.made({"peace_scale": {"levels": table}}, IssueLog("t")).rows
    german = pl.any_horizontal(pl.col("cow", "partner") == 260)
    assert len(rows.filter(german)) == 539, "522 of 1955 to 1989, and 1990"
    assert not len(table.filter(pl.any_horizontal(pl.col("a", "b") == 260)))
    assert rows["year"].max() == 2015

    def of(a: int, b: int, year: int) -> float:
        at = (pl.col("cow") == a) & (pl.col("partner") == b) & (pl.col("year") == year)
        return float(rows.filter(at)["value"].item())

    assert of(2, 365, 1960) == 0 and of(220, 255, 2014) == 1
    assert of(2, 740, 2010) == 0.5, "the scale codes an ally as negative peace"
