"""Crises that version 16 added: years within dates, a crisis without an end, and both versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.icb_v16.source import FILE, shape
from daylight.sources.icb_v16.yearly import CRISES
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

Row = dict[str, Any]
CRISIS: Row = {
    "crisno": 505, "year": 2021, "statea": 530, "stateb": 625, "actnuma": 1116, "actnumb": 1115,
    "trgyrdy": 2020, "trmyrdy": 2022,
}  # fmt: skip


def files(*rows: Row) -> dict[str, bytes]:
    return {FILE: pl.DataFrame(list(rows), infer_schema_length=None).write_csv().encode()}


def years(*rows: Row) -> list[tuple[int, ...]]:
    return shape(files(*rows), IssueLog("t"))["crisis_years"].rows()


def test_every_year_within_the_dates_counts_once() -> None:
    assert years(CRISIS, CRISIS | {"year": 2022}) == [
        (505, 530, 625, year) for year in (2020, 2021, 2022)
    ]


def test_a_crisis_without_an_end_has_the_year_of_its_row() -> None:
    assert years(CRISIS | {"trgyrdy": 2021, "trmyrdy": None}) == [(505, 530, 625, 2021)]


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"crisno": 496}, "is of version 15"),
        ({"stateb": 999}, "outside the COW list"),
        ({"statea": 625, "stateb": 530}, "order of COW number"),
        ({"actnuma": 9999, "actnumb": 9999}, "no state in crisis"),
        ({"year": 2019}, "outside its dates"),
    ],
)
def test_what_is_not_known_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        years(CRISIS | odd)


@pytest.mark.mirror
def test_both_versions_make_one_list(mirror: Path) -> None:
    tables = {name: load(name).tables for name in CRISES.sources}
    rows = CRISES.made(tables, IssueLog("t")).rows
    assert tables["icb"]["crisis_years"]["crisis"].max() == 496

    def of(a: int, b: int) -> list[int]:
        pair = rows.filter((pl.col("cow") == a) & (pl.col("partner") == b))
        return sorted(pair.filter(pl.col("year") > 2000)["year"])

    assert of(365, 369) == [2014, 2015, 2018, 2021]
    assert of(371, 373)[-1] == 2020 and of(710, 750)[-2:] == [2020, 2021]
    assert of(255, 365)[-1] == 2021, "Germany has its number of the year"
    assert of(530, 625)[-3:] == [2020, 2021, 2022]
