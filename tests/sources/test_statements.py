"""Statements, meetings and places: marks, dates, states of the day, and what stands in the list."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load, packaged
from daylight.sources.statements.source import (
    COLUMNS,
    MEETINGS_FILE,
    PLACES_FILE,
    STATEMENTS_FILE,
    shape,
)
from daylight.store.schemas.statements import MARKS, MEETINGS, NO_PAGE, PLACES

METHOD = Path(__file__).parents[2] / "docs/methods/statements.md"
PAGE = {"confirmed": "page", "citation": "A page (A paper); https://example.org/a", "note": ""}
KREMLIN = dict.fromkeys(COLUMNS[STATEMENTS_FILE], "") | PAGE | {
    "id": "ST0001", "speaker": "Nikita Khrushchev", "office": "First Secretary", "state": "RUS",
    "day": "1956-11-18", "venue": "Embassy", "event": "Reception", "place": "Moscow",
    "place_state": "RUS", "gist": "Says something", "misplaced": "To the shoe of 1960",
}  # fmt: skip
ASCRIBED = KREMLIN | {
    "id": "ST0002", "speaker": "Kofi Annan", "office": "Secretary-General", "state": "",
    "day": "1958", "place_state": "DZA", "place": "Algiers", "confirmed": "unconfirmed",
    "citation": NO_PAGE,
}  # fmt: skip
UFA = dict.fromkeys(COLUMNS[MEETINGS_FILE], "") | PAGE | {
    "id": "MT0001", "first": "2015-07-09", "last": "2015-07-09", "place": "Ufa",
    "place_state": "RUS", "event": "Putin-Rouhani meeting", "kind": "bilateral",
    "participants": "Vladimir Putin/RUS; Hassan Rouhani/IRN",
}  # fmt: skip
SUMMIT = UFA | {
    "id": "MT0002", "first": "1966-01", "last": "1966-01-10", "place": "Tashkent",
    "place_state": "UZB", "participants": "EU; PSE; about 54 states", "kind": "summit",
    "confirmed": "data", "citation": "US travels, record 12",
}  # fmt: skip
KHMEIMIM = dict.fromkeys(COLUMNS[PLACES_FILE], "") | PAGE | {
    "id": "PL0001", "name": "Khmeimim", "kind": "base", "host": "SYR", "users": "RUS; IRN",
    "start": "2015-09-30",
}  # fmt: skip
MUNICH = KHMEIMIM | {
    "id": "PL0002", "name": "Semipalatinsk", "kind": "facility", "host": "KAZ", "users": "",
    "start": "1949", "end": "1991-08-29",
}  # fmt: skip
Rows = tuple[dict[str, str], ...]


def files(
    said: Rows = (KREMLIN,), met: Rows = (UFA,), places: Rows = (KHMEIMIM,)
) -> dict[str, bytes]:
    return {name: _csv(name, rows) for name, rows in zip(COLUMNS, (said, met, places), strict=True)}


def _csv(name: str, rows: Rows) -> bytes:
    out = StringIO()
    table = csv.DictWriter(out, COLUMNS[name], lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue().encode()


def shaped(*tables: Rows) -> Tables:
    return shape(files(*tables), IssueLog("statements"))


def test_states_are_those_of_the_day() -> None:
    said = shaped((KREMLIN, ASCRIBED))["statements"]
    columns = ("cow", "day", "precision", "place_cow")
    assert said.select(columns).rows() == [
        (365, date(1956, 11, 18), "day", 365),
        (None, date(1958, 1, 1), "year", 220),
    ]
    met = shaped((KREMLIN,), (UFA, SUMMIT))["meetings"]
    assert met.select("first", "last", "precision", "place_cow").rows() == [
        (date(2015, 7, 9), date(2015, 7, 9), "day", 365),
        (date(1966, 1, 1), date(1966, 1, 10), "month", 365),
    ]


def test_a_speaker_before_there_was_the_state_has_no_number() -> None:
    early = KREMLIN | {"state": "IND", "day": "1942-08-08", "place_state": "IND"}
    assert shaped((early,))["statements"].select("cow", "place_cow").row(0) == (None, 200)
    late = KREMLIN | {"state": "IND", "day": "1947"}
    assert shaped((late,))["statements"]["cow"].to_list() == [750]


def test_a_host_is_of_today_or_of_the_end_of_the_use() -> None:
    places = shaped((KREMLIN,), (UFA,), (KHMEIMIM, MUNICH))["places"]
    assert places.select("cow", "start", "start_precision", "end", "end_precision").rows() == [
        (652, date(2015, 9, 30), "day", None, None),
        (365, date(1949, 1, 1), "year", date(1991, 8, 29), "day"),
    ]


SAID, MET, PLACE = range(3)
ROWS = (KREMLIN, UFA, KHMEIMIM)


@pytest.mark.parametrize(
    ("table", "wrong", "text"),
    [
        (SAID, {"confirmed": "surely"}, "confirmed 'surely' is not known"),
        (SAID, {"id": "X1"}, "two letters of the table"),
        (SAID, {"speaker": " "}, "ST0001 has no speaker"),
        (SAID, {"gist": ""}, "ST0001 has no gist"),
        (SAID, {"day": "18 November"}, "is not a date"),
        (SAID, {"state": "XQZ"}, "XQZ"),
        (SAID, {"place_state": "XQZ"}, "XQZ"),
        (SAID, {"citation": ""}, "give title and address"),
        (SAID, {"citation": "https://example.org/a"}, "give title and address"),
        (SAID, {"citation": "A page"}, "give title and address"),
        (SAID, {"confirmed": "data"}, "name the record"),
        (SAID, {"confirmed": "unconfirmed"}, "the note why"),
        (SAID, {"confirmed": "unconfirmed", "citation": ""}, "the note why"),
        (MET, {"kind": "chat"}, "kind 'chat'"),
        (MET, {"last": "2015-07-08"}, "ends in 2015-07-08, before"),
        (MET, {"participants": ""}, "has no participants"),
        (MET, {"participants": "Vladimir Putin"}, "write name/code"),
        (MET, {"participants": "Vladimir Putin/XQZ"}, "XQZ"),
        (MET, {"participants": "RUS, IRN"}, "write name/code"),
        (PLACE, {"kind": "hut"}, "kind 'hut'"),
        (PLACE, {"name": ""}, "PL0001 has no name"),
        (PLACE, {"users": "Russia"}, "write name/code"),
        (PLACE, {"end": "2014"}, "ends in 2014, before"),
        (PLACE, {"host": "XQZ"}, "XQZ"),
    ],
)  # fmt: skip
def test_an_unusable_row_stops(table: int, wrong: dict[str, str], text: str) -> None:
    rows = [(row | wrong,) if at == table else (row,) for at, row in enumerate(ROWS)]
    with pytest.raises(SourceChanged, match=re.escape(text)):
        shaped(*rows)


def test_a_page_that_does_not_bear_a_row_out_may_be_cited_with_a_reason() -> None:
    row = KREMLIN | {"confirmed": "unconfirmed", "note": "apocryphal"}
    assert shaped((row,))["statements"]["confirmed"].to_list() == ["unconfirmed"]


def test_a_row_stands_once_and_other_columns_stop() -> None:
    with pytest.raises(SourceChanged, match="'ST0001' stands twice"):
        shaped((KREMLIN, KREMLIN))
    odd = files() | {PLACES_FILE: files()[PLACES_FILE].replace(b"users", b"owner")}
    with pytest.raises(SourceChanged, match=r"places\.csv should have the columns id, name"):
        shape(odd, IssueLog("statements"))


@given(st.permutations([KREMLIN, ASCRIBED, KREMLIN | {"id": "ST0003"}]))
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, str]]) -> None:
    assert shaped(tuple(rows))["statements"]["id"].to_list() == ["ST0001", "ST0002", "ST0003"]


def test_rows_that_no_page_bears_out_are_counted() -> None:
    log = IssueLog("statements")
    shape(files((KREMLIN, ASCRIBED)), log)
    assert [issue.rows for issue in log.issues] == [1, 0, 0]


def listed() -> Tables:
    return load("statements").tables


def test_the_lists_use_every_word() -> None:
    tables = listed()
    assert set(tables["meetings"]["kind"]) == set(MEETINGS)
    assert set(tables["places"]["kind"]) == set(PLACES)
    assert set(pl.concat([t["confirmed"] for t in tables.values()])) == set(MARKS)


def test_what_the_article_of_2017_is_about_stands_in_the_lists() -> None:
    tables = listed()
    said = tables["statements"].filter(pl.col("day") == date(2005, 4, 25)).row(0, named=True)
    assert (said["speaker"], said["place"], said["cow"]) == ("Vladimir Putin", "Moscow", 365)
    assert "Munich" in said["misplaced"]
    munich = tables["statements"].filter(pl.col("day") == date(2007, 2, 10)).row(0, named=True)
    assert (munich["speaker"], munich["place_cow"]) == ("Vladimir Putin", 255)
    ufa = tables["meetings"].filter(pl.col("event") == "Putin-Rouhani meeting")
    rows = ufa.filter(pl.col("place") == "Ufa").select("first", "confirmed").rows()
    assert rows == [(date(2015, 7, 9), "page")]
    base = tables["places"].filter(pl.col("name") == "Khmeimim Air Base").row(0, named=True)
    assert (base["cow"], base["users"], base["confirmed"]) == (652, "RUS", "page")


@pytest.mark.parametrize(
    ("row", "day", "precision"),
    [
        ("ST0029", date(1945, 11, 21), "day"),
        ("ST0033", date(1946, 8, 6), "day"),
        ("ST0187", date(1983, 1, 18), "day"),
        ("ST0230", date(1990, 8, 1), "month"),
        ("ST0235", date(1991, 6, 27), "day"),
        ("ST0250", date(1996, 9, 23), "day"),
    ],
)
def test_dates_that_pages_changed(row: str, day: date, precision: str) -> None:
    said = listed()["statements"].filter(pl.col("id") == row)
    assert said.select("day", "precision").row(0) == (day, precision)


def test_a_saying_without_a_record_is_not_confirmed() -> None:
    said = listed()["statements"]
    apocryphal = said.filter(pl.col("note").str.starts_with("apocryphal"))
    assert len(apocryphal) == 3
    assert set(apocryphal["confirmed"]) == {"unconfirmed"}


def test_what_was_written_before_an_event_does_not_confirm_it() -> None:
    met = listed()["meetings"].filter(pl.col("note").str.contains("written before the event"))
    assert set(met["confirmed"]) == {"unconfirmed"}


def test_the_lists_are_plain() -> None:
    """No blank but an empty cell, no line break, no more than a few words of a phrase."""
    spec = declaration("statements")
    for name, content in packaged(spec).items():
        for row in csv.DictReader(StringIO(content.decode())):
            assert all(text == " ".join(text.split()) for text in row.values()), (name, row["id"])
    said = listed()["statements"]["phrase"].drop_nulls()
    assert all(len(part.split()) <= 8 for text in said for part in text.split(" // "))


def test_the_method_counts_what_is_there() -> None:
    table = r"^\| `(\w+)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$"
    said = {
        name: tuple(map(int, counts))
        for name, *counts in re.findall(table, METHOD.read_text("utf-8"), re.M)
    }
    found = {}
    for name, rows in listed().items():
        marks = Counter(rows["confirmed"])
        found[name] = (len(rows), *(marks[mark] for mark in MARKS))
    assert said == found


@pytest.mark.mirror
def test_rows_of_data_are_in_the_files_of_travels_and_visits(mirror: Path) -> None:
    folder = mirror / "leader_visits"
    records = {
        (word, row["id"]): (row["start"], row["end"])
        for word in ("travels", "visits")
        for row in pl.read_parquet(folder / f"us_{word}.parquet").iter_rows(named=True)
    }
    met = listed()["meetings"].filter(pl.col("confirmed") == "data")
    for row in met.iter_rows(named=True):
        word, number = re.fullmatch(r"US (\w+), record (\d+)", row["citation"]).groups()  # type: ignore[union-attr]
        start, end = records[word, number]
        assert start <= row["last"].isoformat(), row["id"]
        assert end >= row["first"].isoformat(), row["id"]
        inside = start <= row["first"].isoformat() and row["last"].isoformat() <= end
        assert inside or "the record has" in row["note"], row["id"]


def test_speakers_and_holders_were_members_that_year() -> None:
    """No rule between tables holds this, for a speaker may have no number."""
    tables = listed()
    pairs = (
        tables["statements"]
        .select("cow", "day")
        .vstack(tables["statements"].select(pl.col("place_cow").alias("cow"), "day"))
        .vstack(
            tables["meetings"].select(
                pl.col("place_cow").alias("cow"), pl.col("first").alias("day")
            )
        )
    )
    for cow, day in pairs.drop_nulls().unique().rows():
        assert cow in members(day.year), (cow, day)
