"""Columns of labels: what goes in, what comes out, schemes, dates, and codes of another scheme."""

from __future__ import annotations

import datetime as dt
import math
import subprocess
import sys
from dataclasses import FrozenInstanceError

import numpy as np
import polars as pl
import pytest

import daylight as dl
from daylight.core.errors import BadInput
from daylight.core.states import all_states, get, read_table
from daylight.naming.column import code_states
from daylight.naming.records import COLUMNS
from daylight.naming.schemes import SCHEMES, means, scheme_of

LABELS = ["Iran", "Korea", "Hong Kong", None, math.nan, 365.0, "365.0", "Xyzland"]


def numbers(column: object, **options: object) -> list[int | None]:
    return code_states(column, **options).cow  # type: ignore[arg-type]


def test_a_row_for_each_label_in_order() -> None:
    coded = dl.code_states(LABELS)
    assert [row.status for row in coded] == [
        "one", "ambiguous", "not_a_state", "unknown", "unknown", "one", "one", "unknown",
    ]  # fmt: skip
    assert [row.input for row in coded][3:7] == ["", "", "365.0", "365.0"]
    assert coded.counts == {"one": 3, "ambiguous": 1, "not_a_state": 1, "unknown": 3}
    assert (coded.rows[0].cow, coded.rows[0].iso3, coded.rows[0].name) == (630, "IRN", "Iran")
    with pytest.raises(FrozenInstanceError):
        coded.rows[0].cow = 2  # type: ignore[misc]


def test_the_report_names_each_label_that_is_not_one_state() -> None:
    report = dl.code_states([*LABELS, "Korea"]).report()
    assert report.startswith("9 labels (6 different): 3 one state, 2 ambiguous")
    assert "Korea (2 times)" in report and "Hong Kong" in report and "(empty) (2 times)" in report
    assert "Iran" not in report


def test_lists_series_and_arrays_are_columns() -> None:
    wanted = [365, 2, 630]
    assert numbers([365.0, 2.0, 630.0]) == wanted
    assert numbers(np.array(wanted)) == numbers(np.array(wanted, dtype=float)) == wanted
    assert numbers(pl.Series(wanted)) == wanted
    assert numbers(("Russia", "USA", "Persia")) == wanted
    assert numbers(iter(["Russia", "USA", "Persia"])) == wanted
    assert numbers("Russia") == [365]
    pandas = pytest.importorskip("pandas")
    assert numbers(pandas.Series(["Russia", "USA", "Persia"], index=[7, 8, 9])) == wanted
    assert numbers(pandas.Series([365, None, 630], dtype="Int64")) == [365, None, 630]


def test_frames_have_the_fields_and_keep_the_order() -> None:
    coded = dl.code_states(LABELS)
    frame = coded.to_polars()
    assert tuple(frame.columns) == COLUMNS and len(frame) == len(LABELS)
    assert frame["cow"].to_list() == coded.cow
    assert frame["choices"][1] == "North Korea (PRK, 731); South Korea (KOR, 732)"
    pytest.importorskip("pandas")
    assert list(coded.to_pandas().columns) == list(COLUMNS)


@pytest.mark.parametrize(
    "date",
    [
        1910, 1910.0, "1910", "1910-05", "1910-05-01", dt.date(1910, 5, 1),
        dt.datetime(1910, 5, 1), np.datetime64("1910-05-01"), np.int64(1910),
    ],
)  # fmt: skip
def test_one_date_of_any_kind_is_for_all(date: object) -> None:
    assert numbers(["Germany", "Korea"], date=date) == [255, None]  # Korea was no member then
    assert numbers(["Germany"], as_of=date) == [255]


def test_a_column_of_dates_is_read_row_by_row() -> None:
    labels, years = ["Germany"] * 4, [1910, 1970, 2000, None]
    expected = [255, None, 255, None]
    assert numbers(labels, date=years) == numbers(labels, date=pl.Series(years)) == expected
    assert numbers(labels[:3], date=np.array(["1910", "1970", "2000"], "datetime64[D]")) == [
        255, None, 255,
    ]  # fmt: skip
    assert code_states(labels, date=years).rows[3].note == "The date of the row is missing."


def test_of_a_year_a_state_that_ended_in_it_is_read_and_of_a_day_it_is_not() -> None:
    labels = ["GDR", "Czechoslovakia", "Zanzibar", "Saxony"]
    assert numbers(labels, date=[1990, 1992, 1964, 1867]) == [265, 315, 511, 269]
    assert numbers(["GDR"], date="1990-12-31") == [None]
    assert "to 1990-10-02" in code_states(["GDR"], 1990).rows[0].note


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"scheme": "xyz"}, "expected one of: iso3, iso2"),
        ({"date": [1990, 1991]}, "2 dates were given for 1 labels"),
        ({"date": "tomorrow"}, "is not a date"),
        ({"date": {"a": 1}, "column": ["a"]}, "is not a date"),
        ({"date": 1990, "as_of": 1990}, "Give the date once"),
        ({"column": None}, "is no column of labels"),
    ],
)
def test_what_cannot_be_used_is_one_plain_line(options: dict[str, object], said: str) -> None:
    with pytest.raises(BadInput) as caught:
        code_states(**{"column": ["Iran"], **options})  # type: ignore[arg-type]
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("scheme", "code", "date", "cow"),
    [
        ("iso3", "DEU", 1970, 260), ("iso3", "ROM", None, 360), ("iso3", "YUG", 1980, 345),
        ("iso2", "GR", None, 350), ("iso2", "SU", 1980, 365), ("iso2", "ST", None, 403),
        ("iso-numeric", "004", None, 700), ("iso-numeric", 840, None, 2),
        ("M49", 156.0, None, 710), ("iso-numeric", 280, 1980, 260),
        ("cow", 365, None, 365), ("cow-letters", "AUS", None, 305),
        ("cowc", "CZE", 1980, 315), ("cown", 2, None, 2),
        ("gw", 340, 2010, 345), ("gw", 260, 1995, 255), ("gw", 970, None, 946),
        ("gw", 345, 1990, 345), (["GW", "numbers"][0], 678, 2000, 679),
        ("gw-letters", "GFR", 2000, 255), ("gw-letters", "DRV", None, 816),
        ("imf", 111, None, 2), ("ifs", 134, 1995, 255), ("imf", 542, None, 732),
        ("world-bank", "ROM", None, 360), ("World Bank", "ZAR", None, 490),
        ("world-bank", "TMP", None, 860), ("wb", "XKX", None, 347),
        ("cameo", "MTN", None, 341), ("gdelt", "TMP", None, 860), ("cameo", "ROM", None, 360),
        ("fips", "AU", None, 305), ("fips", "AS", None, 900), ("fips", "GM", 1995, 255),
        ("fips", "RS", None, 365), ("fips", "KS", None, 732), ("fips", "LO", None, 317),
        ("fips", "GV", None, 438), ("vdem", 20, None, 2), ("V-Dem", 11, None, 365),
        ("polity", 364, 1980, 365), ("polity", 2, None, 2), ("ioc", "GER", None, 255),
        ("ioc", "SUI", None, 225), ("sipri", "Viet Nam", 2000, 816),
        ("sipri", "Yemen Arab Republic (North Yemen)", 1980, 678),
        ("icews", "Congo", 2010, 484), ("icews", "South Korea", 2010, 732),
    ],
)  # fmt: skip
def test_codes_of_a_scheme(scheme: str, code: object, date: object, cow: int) -> None:
    assert numbers([code], date=date, scheme=scheme) == [cow]


def test_a_code_of_a_place_or_of_nobody_is_no_state() -> None:
    coded = code_states(["HKG", "PSE", "QQQ"], scheme="iso3")
    assert [row.status for row in coded] == ["not_a_state", "not_a_state", "unknown"]
    assert "no code of a state in ISO 3166-1" in coded.rows[2].note
    assert code_states([532], scheme="imf").rows[0].status == "not_a_state"


def test_every_scheme_says_what_it_is_and_every_code_means_a_state_or_place() -> None:
    assert all(scheme_of(name) == name and said for name, said in SCHEMES.items())
    for row in read_table("codes"):
        assert row["scheme"] in SCHEMES and row["citation"]
        states, place = means(row["scheme"], row["code"])
        assert states or place, row


@pytest.mark.parametrize("scheme", ["iso3", "iso2", "cow", "cow-letters", "gw", "world-bank"])
def test_the_states_of_today_have_their_codes(scheme: str) -> None:
    code = {"iso3": "iso3", "cow": "cow", "cow-letters": "abbr", "world-bank": "iso3"}.get(scheme)
    two = {row["means"]: row["code"] for row in read_table("codes") if row["scheme"] == "iso2"}
    for state in all_states():
        if state.spells[-1].end is None:
            given = (
                two.get(str(state.cow)) if scheme == "iso2" else state.gw_on(dt.date(2016, 1, 1))
            )
            text = getattr(state, code) if code else given
            if text:
                assert numbers([text], date=2016, scheme=scheme) == [state.cow], state.name


@pytest.mark.parametrize(
    ("column", "open_", "scheme"),
    [
        (["USA", "UKG", "AUS", "CZE"], {"AUS", "CZE"}, "cow-letters"),
        ([2, 20, 340, 345, 970], {"970"}, "gw"),
        ([840, 156, 276, 100], {"840", "100"}, "iso-numeric"),
        (["US", "RP", "AU", "FR"], {"AU"}, "fips"),
    ],
)
def test_codes_beside_those_of_another_scheme_are_not_guessed(
    column: list[object], open_: set[str], scheme: str
) -> None:
    coded = code_states(column)
    doubtful = {row.input for row in coded if row.status == "ambiguous"}
    assert doubtful <= open_ and doubtful
    assert all(f"scheme '{scheme}'" in row.note for row in coded if row.status == "ambiguous")
    assert {row.status for row in code_states(column, scheme=scheme)} == {"one"}


def test_codes_of_one_scheme_are_read_as_they_are() -> None:
    assert numbers(["USA", "AUS", "GBR"]) == [2, 900, 200]
    assert numbers([2, 200, 970]) == [2, 200, 970]


def test_no_row_of_one_state_is_without_its_number_and_the_others_have_a_note() -> None:
    labels = [row["alias"] for row in read_table("aliases")]
    labels += [row["name"] for row in read_table("places")]
    for row in dl.code_states(labels):
        assert (row.cow is not None) == (row.status == "one")
        assert row.cow is None or row.iso3 == (get(row.cow).iso3 or None)
        assert row.status == "one" or row.note


def test_ten_thousand_labels_take_less_than_two_seconds_with_the_start() -> None:
    code = (
        "import time; t = time.perf_counter(); import daylight as dl; "
        "from daylight.core.states import read_table as rows; "
        "pool = [r['alias'] for r in rows('aliases')] + [r['name'] for r in rows('places')] "
        "+ [r['name'] for r in rows('languages')]; "
        "labels = [pool[i * 7 % len(pool)] + ('*' if i % 3 else '') for i in range(9000)]; "
        "labels += [f'Place {i}' for i in range(1000)]; "
        "coded = dl.code_states(labels); assert len(coded) == 10000; "
        "print(time.perf_counter() - t)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(run.stdout) < 2, "seconds of the clock; alone it takes 0.9"
