"""The curated bloc spells: every row known, dated, cited, and in no other row's way."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.blocs.pieces import read
from daylight.sources.blocs.source import shape
from daylight.sources.kit.issues import IssueLog

BLOCS = (
    "bloc,name,kind,founded,ended,reach,ties,aliases,citation,note\n"
    "NATO,North Atlantic,military,1949,,exclusive,yes,OTAN,c,\n"
)
HEAD = "bloc,iso3,start,end,signed,status,confirmed,citation,note\n"


def shaped(*rows: str, blocs: str = BLOCS) -> pl.DataFrame:
    spells = HEAD + "\n".join(rows) + "\n"
    files = {"blocs.csv": blocs.encode(), "spells.csv": spells.encode()}
    return shape(files, IssueLog("blocs"))["bloc_spells"]


def spells(table: pl.DataFrame) -> list[tuple[int, date, date | None]]:
    return table.select("cow", "start", "end").sort("cow", "start").rows()


def test_dates_start_on_their_first_possible_day() -> None:
    table = shaped("NATO,USA,1949-08,2000,,full,page,c,")
    assert spells(table) == [(2, date(1949, 8, 1), date(2000, 1, 1))]
    assert table.select("start_precision", "end_precision").rows() == [("month", "year")]
    assert shaped("NATO,USA,1949-08-24,,,full,page,c,")["end_precision"].to_list() == [None]


def test_germany_changes_its_number_in_1990() -> None:
    table = shaped("NATO,DEU,1955-05-06,,,full,page,c,")
    assert spells(table) == [
        (255, date(1990, 10, 3), None),
        (260, date(1955, 5, 6), date(1990, 10, 3)),
    ]


def test_spells_may_touch_but_not_overlap() -> None:
    touching = ("NATO,USA,1950,1960,,full,page,c,", "NATO,USA,1960,,,observer,page,c,")
    assert len(shaped(*touching)) == 2
    with pytest.raises(SourceChanged, match=r"NATO, USA from 1950-01-01.*overlaps"):
        shaped("NATO,USA,1950,1960-01-02,,full,page,c,", touching[1])
    with pytest.raises(SourceChanged, match="overlaps"):
        shaped("NATO,USA,1950,,,full,page,c,", touching[1])


def test_a_row_without_its_bloc_or_state_stops() -> None:
    with pytest.raises(SourceChanged, match=r"spells\.csv has a row without iso3"):
        shaped("NATO,,1949-08,,,full,page,c,")
    with pytest.raises(SourceChanged, match=r"blocs\.csv has a row without bloc"):
        shaped("NATO,USA,1949-08,,,full,page,c,", blocs=BLOCS.replace("\nNATO", "\n"))


@pytest.mark.parametrize("row", ["NATO,USA,1960,1950", "NATO,USA,1960,1960", "NATO,EST,1990,1980"])
def test_a_spell_that_runs_backwards_stops(row: str) -> None:
    with pytest.raises(SourceChanged, match="runs backwards"):
        shaped(f"{row},,full,page,c,")


@pytest.mark.parametrize(
    "row",
    [
        "NATO,EST,1960,1970",  # never a state in the spell
        "NATO,SYR,1961-01-01,",  # a state again from 29 September 1961
        "NATO,SYR,1961-08,",
        "NATO,UKR,1991-12-08,",  # a seat in another body is none in this one
        "NATO,DEU,1950,",
    ],
)
def test_a_spell_that_begins_when_there_was_no_such_state_stops(row: str) -> None:
    with pytest.raises(SourceChanged, match="there was no such state when it begins"):
        shaped(f"{row},,full,page,c,")


def test_a_year_begins_for_a_state_with_its_first_day() -> None:
    table = shaped("NATO,SYR,1961,,,full,page,c,")
    assert spells(table) == [(652, date(1961, 9, 29), None)]
    assert table["start_precision"].to_list() == ["year"]


def test_a_spell_pauses_where_there_was_no_such_state() -> None:
    table = shaped("NATO,SYR,1950,,,full,page,c,")
    assert spells(table) == [
        (652, date(1950, 1, 1), date(1958, 2, 2)),
        (652, date(1961, 9, 29), None),
    ]
    assert table["start_precision"].to_list() == ["year", "day"]


def test_a_seat_held_before_statehood_may_begin_a_spell() -> None:
    blocs = BLOCS.replace("NATO,", "Arab League,")
    table = shaped("Arab League,SYR,1945-03-22,,,full,page,c,", blocs=blocs)
    assert spells(table)[0] == (652, date(1945, 3, 22), date(1958, 2, 2))
    with pytest.raises(SourceChanged, match=r"seats\.csv"):
        shaped("Arab League,SYR,1944,1944-06,,full,page,c,", blocs=blocs)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("NATO,USA,1949,,,chair,page,c,", "status 'chair' is not known; expected one of full"),
        ("NATO,USA,1949,,,full,rumour,c,", "confirmed 'rumour'"),
        ("OTAN,USA,1949,,,full,page,c,", "bloc 'OTAN'"),
        ("NATO,XQZ,1949,,,full,page,c,", "XQZ"),
        ("NATO,USA,spring,,,full,page,c,", "'spring' is not a date"),
        ("NATO,USA,,,,full,page,c,", "is not a date"),
        ("NATO,USA,1949,,,full,page,,", "has no citation"),
        ('NATO,USA,1949,,,full,page," ",', "has no citation"),
    ],
)
def test_an_unusable_row_stops_with_what_is_wrong(row: str, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shaped(row)


def test_two_blocs_do_not_share_a_name() -> None:
    other = "AA,Atlantic Alliance,military,1949,,exclusive,no,otan,c,\n"
    with pytest.raises(SourceChanged, match="'otan' names both NATO and AA"):
        shaped("NATO,USA,1949,,,full,page,c,", blocs=BLOCS + other)


def test_a_signature_comes_before_the_start_or_with_it() -> None:
    kept = shaped("NATO,USA,1949-08-24,,1949-04-04,full,page,c,")
    assert kept["signed"].to_list() == ["1949-04-04"]
    assert len(shaped("NATO,USA,1949,,1949-04-04,full,page,c,")) == 1
    with pytest.raises(SourceChanged, match="signed on 1950, after its start"):
        shaped("NATO,USA,1949-08-24,,1950,full,page,c,")
    with pytest.raises(SourceChanged, match="'soon' is not a date"):
        shaped("NATO,USA,1949-08-24,,soon,full,page,c,")


def test_who_spoke_of_a_state_stands_in_the_note() -> None:
    assert len(shaped("NATO,USA,1949,,,contemplated,page,c,said by the minister")) == 1
    with pytest.raises(SourceChanged, match="contemplated by whom"):
        shaped("NATO,USA,1949,,,contemplated,page,c,")


def test_a_bloc_of_an_unknown_kind_or_without_citation_stops() -> None:
    row = "NATO,USA,1949,,,full,page,c,"
    with pytest.raises(SourceChanged, match="kind 'sport'"):
        shaped(row, blocs=BLOCS.replace("military", "sport"))
    with pytest.raises(SourceChanged, match="reach 'global' is not known"):
        shaped(row, blocs=BLOCS.replace("exclusive", "global"))
    with pytest.raises(SourceChanged, match="ties 'maybe' is not known"):
        shaped(row, blocs=BLOCS.replace("yes", "maybe"))
    with pytest.raises(SourceChanged, match=r"blocs\.csv.*no citation"):
        shaped(row, blocs=BLOCS.replace(",c,", ",,"))


@pytest.mark.parametrize("text", ["1990-13", "1990-02-30", "", "soon"])
def test_no_day_is_made_of_a_text_that_is_none(text: str) -> None:
    with pytest.raises(SourceChanged, match="is not a date"):
        read(text)
