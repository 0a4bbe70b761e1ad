"""US troops from the reports: September, numbers of states, and counts that are withheld."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.us_troops_reports.source import FILE, shape
from daylight.sources.us_troops_reports.yearly import TROOPS

Row = dict[str, Any]
HOST: Row = {"ccode": 740, "countryname": "Japan", "year": 2020, "quarter": 3, "troops_ad": 99}


def files(*rows: Row) -> dict[str, bytes]:
    buffer = BytesIO()
    pl.DataFrame(list(rows)).write_parquet(buffer)
    return {FILE: buffer.getvalue()}


def table(*rows: Row) -> pl.DataFrame:
    return shape(files(*rows), IssueLog("t"))["troops"]


def test_september_is_read_and_places_and_the_united_states_are_not() -> None:
    others = [HOST | {"quarter": 4, "troops_ad": 1}, HOST | {"ccode": 2}, HOST | {"ccode": 1008}]
    assert table(HOST, *others).rows() == [(740, 2020, 99)]


def test_numbers_of_states_that_are_gone() -> None:
    rows = [HOST | {"ccode": code} for code in (260, 340, 817)]
    assert table(*rows)["cow"].to_list() == [255, 345, 816]


def test_a_host_listed_twice_counts_once_and_two_counts_stop() -> None:
    assert len(table(HOST, HOST)) == 1
    with pytest.raises(SourceChanged, match="one of two rows"):
        table(HOST, HOST | {"troops_ad": 98})


def test_unknown_codes_and_years_without_september_stop() -> None:
    with pytest.raises(SourceChanged, match=r"Japan \(999\)"):
        table(HOST | {"ccode": 999})
    with pytest.raises(SourceChanged, match="2021 has no report"):
        table(HOST, HOST | {"year": 2021, "quarter": 4})


def test_what_is_withheld_is_missing_and_what_is_unwelcome_is_left_out() -> None:
    rows = [HOST, *(HOST | {"ccode": code, "year": year, "troops_ad": 9}
                    for code, year in ((645, 2017), (645, 2021), (40, 2020)))]  # fmt: skip
    made = TROOPS.made({"us_troops_reports": {"troops": table(*rows)}}, IssueLog("t")).rows
    assert sorted(made.select("cow", "partner", "year", "value").rows()) == [
        (645, 2, 2017, 1.0), (645, 2, 2021, None), (740, 2, 2020, 2.0),
    ]  # fmt: skip


@pytest.mark.mirror
def test_known_hosts(mirror: Path) -> None:
    troops = load("us_troops_reports").tables["troops"]

    def of(cow: int, year: int) -> list[int]:
        return troops.filter((pl.col("cow") == cow) & (pl.col("year") == year))["troops"].to_list()

    assert 34_000 < of(255, 2025)[0] < 38_000
    assert 50_000 < of(740, 2025)[0] < 58_000
    assert of(645, 2019) == [] and of(290, 2025)[0] < 1000, "rotations are not counted"
