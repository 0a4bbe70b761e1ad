"""Visa rules: the last snapshot of a year, words that changed, and bans of the pandemic."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.visa_rules.source import FILE, shape
from daylight.sources.visa_rules.yearly import ENTRY

Row = tuple[str, str, str, str]
COLUMNS = ["passport", "destination", "date", "class"]


def files(*rows: Row) -> dict[str, bytes]:
    buffer = BytesIO()
    columns = dict.fromkeys(COLUMNS, pl.Categorical)
    pl.DataFrame(list(rows), columns, orient="row").write_parquet(buffer)
    return {FILE: buffer.getvalue()}


def rules(*rows: Row) -> pl.DataFrame:
    return shape(files(*rows), IssueLog("t"))["rules"]


def test_the_last_snapshot_of_a_year_counts_and_says_its_day() -> None:
    got = rules(
        ("UKR", "RUS", "2022-01-05", "visa_free"), ("UKR", "RUS", "2022-12-21", "visa_required")
    )
    assert got.rows() == [(365, 369, 2022, date(2022, 12, 21), "required")]


def test_electronic_authorisations_and_visas_are_one_level() -> None:
    got = rules(
        ("IRN", "RUS", "2020-02-07", "eta_or_evisa"), ("IRN", "RUS", "2021-12-14", "e_visa")
    )
    assert got["rule"].to_list() == ["electronic", "electronic"]


def test_levels_and_a_ban_that_hides_the_rule() -> None:
    classes = (
        "visa_free",
        "visa_on_arrival",
        "e_visa",
        "visa_required",
        "no_admission",
        "covid_ban",
    )
    hosts = ("FRA", "DEU", "ITA", "ESP", "PRT", "USA")
    rows = [("IRN", host, "2020-11-19", word) for host, word in zip(hosts, classes, strict=True)]
    made = ENTRY.made({"visa_rules": {"rules": rules(*rows)}}, IssueLog("t")).rows
    found = dict(made.select("cow", "value").rows())
    assert found == {220: 4.0, 255: 3.0, 325: 2.0, 230: 1.0, 235: 0.0, 2: None}
    assert made["partner"].unique().to_list() == [630], "of the destination towards the passport"


def test_places_and_a_passport_at_home_are_left_out() -> None:
    other = [("HKG", "RUS", "2022-12-21", "visa_free"), ("RUS", "RUS", "2022-12-21", "own")]
    assert len(rules(("UKR", "RUS", "2022-12-21", "visa_free"), *other)) == 1


def test_what_is_not_known_stops() -> None:
    with pytest.raises(SourceChanged, match="class 'maybe'"):
        rules(("UKR", "RUS", "2022-12-21", "maybe"))
    with pytest.raises(SourceChanged, match="'XYZ' is no known state"):
        rules(("UKR", "XYZ", "2022-12-21", "visa_free"))
    with pytest.raises(SourceChanged, match="one of two rows"):
        rules(*[("UKR", "RUS", "2022-12-21", "visa_free")] * 2)


@pytest.mark.mirror
def test_known_rules(mirror: Path) -> None:
    rows = ENTRY.made({"visa_rules": load("visa_rules").tables}, IssueLog("t")).rows

    def of(host: int, passport: int) -> list[float | None]:
        pair = rows.filter((pl.col("cow") == host) & (pl.col("partner") == passport))
        return pair.sort("year")["value"].to_list()

    assert of(369, 365) == [4, 4, 4, 1, 1, 1, 1, 1], "Ukraine for Russians, 2019 to 2026"
    assert of(365, 710)[-1] == of(710, 365)[-1] == 4
    assert of(630, 666)[-1] == 0 and of(696, 666)[-1] == 4
