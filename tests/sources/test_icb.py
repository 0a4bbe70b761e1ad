"""Crisis dyads: one row a crisis, pair and year, from listed years and from dates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.icb.source import FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = dict[str, Any]
CRISIS: Row = {
    "crisno": 309, "year": 1980, "statea": 2, "actnuma": 694, "stateb": 630, "actnumb": 695,
    "trgyrdy": 1979, "trmyrdy": 1981,
}  # fmt: skip


def files(*rows: Row) -> dict[str, bytes]:
    return {FILE: pl.DataFrame(list(rows)).write_csv().encode()}


def test_years_within_the_dates_are_added_and_counted() -> None:
    log = IssueLog("icb")
    got = shape(files(CRISIS, CRISIS | {"year": 1981}), log)["crisis_years"]
    assert got.rows() == [(309, 2, 630, year) for year in (1979, 1980, 1981)]
    assert [i.rows for i in log.issues if "no row of their own" in i.text] == [1]


def test_episodes_of_one_crisis_in_a_year_are_one_row() -> None:
    first = CRISIS | {"trgyrdy": 1980, "trmyrdy": 1980, "actnuma": 9999}
    again = CRISIS | {"trgyrdy": 1980, "trmyrdy": 1980, "actnumb": 9999}
    log = IssueLog("icb")
    got = shape(files(first, again), log)["crisis_years"]
    assert got.rows() == [(309, 2, 630, 1980)]
    assert [i.rows for i in log.issues if "repeat" in i.text] == [1]


def test_a_pair_counts_in_which_one_state_has_no_crisis_of_its_own() -> None:
    one = CRISIS | {"trgyrdy": 1980, "trmyrdy": 1980, "actnuma": 9999}
    got = shape(files(one), IssueLog("icb"))["crisis_years"]
    assert got.rows() == [(309, 2, 630, 1980)]


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"statea": 3}, "outside the COW list"),
        ({"statea": 630}, "order of COW number"),
        ({"actnuma": 9999, "actnumb": 9999}, "no state in crisis"),
        ({"year": 1982}, "outside its dates"),
        ({"trgyrdy": 1982}, "outside its dates"),
    ],
)
def test_an_impossible_row_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shape(files(CRISIS | odd), IssueLog("icb"))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="lacks the columns actnumb"):
        shape(files({k: v for k, v in CRISIS.items() if k != "actnumb"}), IssueLog("icb"))


@pytest.mark.mirror
def test_published_crises(mirror: Path) -> None:
    table = load("icb").tables["crisis_years"]
    assert table["crisis"].n_unique() == 449
    tehran = table.filter(pl.col("crisis") == 309)
    assert tehran["year"].to_list() == [1979, 1980, 1981]
    donbass = table.filter((pl.col("crisis") == 471) & (pl.col("a") == 365))
    assert donbass["year"].to_list() == [2014, 2015]
