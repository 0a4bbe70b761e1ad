"""Strategic rivalries: open ends, rivalries of an older age, numbers of states."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.rivalries.source import FILE, shape

Row = tuple[int, str, float, float, float, float]
NAMES = ["tssr_id", "rivalry", "ccode1", "ccode2", "start", "end"]
COLD_WAR: Row = (100, "United States-USSR 2", 2, 365, 1945, 1989)


def files(*rows: Row) -> dict[str, bytes]:
    target = BytesIO()
    pl.DataFrame(list(rows), NAMES, orient="row").write_parquet(target)
    return {FILE: target.getvalue()}


def test_a_rivalry_that_goes_on_has_no_end() -> None:
    log = IssueLog("rivalries")
    going: Row = (246, "Russia-United States", 2, 365, 2007, 2020)
    got = shape(files(COLD_WAR, going), log)["rivalries"]
    assert got.rows() == [
        (100, "United States-USSR 2", 2, 365, 1945, 1989),
        (246, "Russia-United States", 2, 365, 2007, None),
    ]
    assert [i.rows for i in log.issues if "going on" in i.text] == [1]


def test_rivalries_before_the_state_system_are_left_out() -> None:
    log = IssueLog("rivalries")
    venice: Row = (4, "Ottoman E-Venice", 324, 640, 1494, 1717)
    last: Row = (9, "Long one", 200, 220, 1494, 1816)
    assert shape(files(venice, last), log)["rivalries"]["rivalry"].to_list() == [9]
    assert [i.rows for i in log.issues if "before 1816" in i.text] == [1]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ((1, "Ghost", 2, 324, 1900, 1950), "outside the COW list"),
        ((1, "Self", 2, 2, 1900, 1950), "order of COW number"),
        ((1, "Backwards", 2, 365, 1950, 1900), "between its start and 2020"),
        ((1, "Newer list", 2, 365, 1950, 2021), "between its start and 2020"),
    ],
)
def test_an_impossible_rivalry_stops(row: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shape(files(COLD_WAR, row), IssueLog("rivalries"))


def test_a_missing_column_stops() -> None:
    target = BytesIO()
    pl.DataFrame([COLD_WAR], NAMES, orient="row").drop("end").write_parquet(target)
    with pytest.raises(SourceChanged, match="lacks the columns end"):
        shape({FILE: target.getvalue()}, IssueLog("rivalries"))


@pytest.mark.mirror
def test_published_rivalries(mirror: Path) -> None:
    table = load("rivalries").tables["rivalries"]

    def spells(a: int, b: int) -> list[tuple[int, int | None]]:
        pair = table.filter((pl.col("a") == a) & (pl.col("b") == b)).sort("start")
        return pair.select("start", "end").rows()

    assert spells(2, 365) == [(1918, 1920), (1945, 1989), (2007, None)]
    assert spells(2, 630) == [(1982, None)]
    assert spells(365, 630) == [(1816, 1828)]
    assert spells(680, 698) == [(1967, 1982)], "corrected: the Yemen of Aden"
    assert table["end"].null_count() == 56
