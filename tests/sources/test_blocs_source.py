"""The curated bloc spells: every row known, dated, cited, and in no other row's way."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.core.seats import seat_of
from daylight.core.states import get
from daylight.sources.blocs.pieces import read
from daylight.sources.blocs.source import shape
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import packaged
from daylight.sources.kit.load import shape as checked

BLOCS = "bloc,name,kind,founded,ended,citation,note\nNATO,North Atlantic,military,1949,,c,\n"
HEAD = "bloc,iso3,start,end,status,confirmed,citation,note\n"


def shaped(*rows: str, blocs: str = BLOCS) -> pl.DataFrame:
    spells = HEAD + "\n".join(rows) + "\n"
    files = {"blocs.csv": blocs.encode(), "spells.csv": spells.encode()}
    return shape(files, IssueLog("blocs"))["bloc_spells"]


def spells(table: pl.DataFrame) -> list[tuple[int, date, date | None]]:
    return table.select("cow", "start", "end").sort("cow", "start").rows()


def test_dates_start_on_their_first_possible_day() -> None:
    table = shaped("NATO,USA,1949-08,2000,full,page,c,")
    assert spells(table) == [(2, date(1949, 8, 1), date(2000, 1, 1))]
    assert table.select("start_precision", "end_precision").rows() == [("month", "year")]
    assert shaped("NATO,USA,1949-08-24,,full,page,c,")["end_precision"].to_list() == [None]


def test_germany_changes_its_number_in_1990() -> None:
    table = shaped("NATO,DEU,1955-05-06,,full,page,c,")
    assert spells(table) == [
        (255, date(1990, 10, 3), None),
        (260, date(1955, 5, 6), date(1990, 10, 3)),
    ]


def test_spells_may_touch_but_not_overlap() -> None:
    touching = ("NATO,USA,1950,1960,full,page,c,", "NATO,USA,1960,,observer,page,c,")
    assert len(shaped(*touching)) == 2
    with pytest.raises(SourceChanged, match=r"NATO, USA from 1950-01-01.*overlaps"):
        shaped("NATO,USA,1950,1960-01-02,full,page,c,", touching[1])
    with pytest.raises(SourceChanged, match="overlaps"):
        shaped("NATO,USA,1950,,full,page,c,", touching[1])


def test_a_row_without_its_bloc_or_state_stops() -> None:
    with pytest.raises(SourceChanged, match=r"spells\.csv has a row without iso3"):
        shaped("NATO,,1949-08,,full,page,c,")
    with pytest.raises(SourceChanged, match=r"blocs\.csv has a row without bloc"):
        shaped("NATO,USA,1949-08,,full,page,c,", blocs=BLOCS.replace("\nNATO", "\n"))


@pytest.mark.parametrize("row", ["NATO,USA,1960,1950", "NATO,USA,1960,1960", "NATO,EST,1990,1980"])
def test_a_spell_that_runs_backwards_stops(row: str) -> None:
    with pytest.raises(SourceChanged, match="runs backwards"):
        shaped(f"{row},full,page,c,")


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
        shaped(f"{row},full,page,c,")


def test_a_year_begins_for_a_state_with_its_first_day() -> None:
    table = shaped("NATO,SYR,1961,,full,page,c,")
    assert spells(table) == [(652, date(1961, 9, 29), None)]
    assert table["start_precision"].to_list() == ["year"]


def test_a_spell_pauses_where_there_was_no_such_state() -> None:
    table = shaped("NATO,SYR,1950,,full,page,c,")
    assert spells(table) == [
        (652, date(1950, 1, 1), date(1958, 2, 2)),
        (652, date(1961, 9, 29), None),
    ]
    assert table["start_precision"].to_list() == ["year", "day"]


def test_a_seat_held_before_statehood_may_begin_a_spell() -> None:
    blocs = BLOCS.replace("NATO,", "Arab League,")
    table = shaped("Arab League,SYR,1945-03-22,,full,page,c,", blocs=blocs)
    assert spells(table)[0] == (652, date(1945, 3, 22), date(1958, 2, 2))
    with pytest.raises(SourceChanged, match=r"seats\.csv"):
        shaped("Arab League,SYR,1944,1944-06,full,page,c,", blocs=blocs)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("NATO,USA,1949,,chair,page,c,", "status 'chair' is not known; expected one of full"),
        ("NATO,USA,1949,,full,rumour,c,", "confirmed 'rumour'"),
        ("OTAN,USA,1949,,full,page,c,", "bloc 'OTAN'"),
        ("NATO,XQZ,1949,,full,page,c,", "XQZ"),
        ("NATO,USA,spring,,full,page,c,", "'spring' is not a date"),
        ("NATO,USA,,,full,page,c,", "is not a date"),
        ("NATO,USA,1949,,full,page,,", "has no citation"),
        ('NATO,USA,1949,,full,page," ",', "has no citation"),
    ],
)
def test_an_unusable_row_stops_with_what_is_wrong(row: str, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shaped(row)


def test_a_bloc_of_an_unknown_kind_or_without_citation_stops() -> None:
    row = "NATO,USA,1949,,full,page,c,"
    with pytest.raises(SourceChanged, match="kind 'sport'"):
        shaped(row, blocs=BLOCS.replace("military", "sport"))
    with pytest.raises(SourceChanged, match=r"blocs\.csv.*no citation"):
        shaped(row, blocs=BLOCS.replace(",c,", ",,"))


@pytest.mark.parametrize("text", ["1990-13", "1990-02-30", "", "soon"])
def test_no_day_is_made_of_a_text_that_is_none(text: str) -> None:
    with pytest.raises(SourceChanged, match="is not a date"):
        read(text)


def test_the_real_table_loads_and_latin_1_in_it_stops() -> None:
    spec = declaration("blocs")
    real = packaged(spec)
    table = checked(spec, real).tables["bloc_spells"]
    eaeu = table.filter(pl.col("bloc") == "EAEU", pl.col("status") == "full")["cow"]
    assert sorted(eaeu) == [365, 370, 371, 703, 705]
    with pytest.raises(
        BadEncoding, match=r"spells\.csv, line 4, column 192: byte 0xf6 is not utf-8"
    ):
        checked(spec, real | {"spells.csv": real["spells.csv"].replace(b"frozen", b"fr\xf6zen")})


def test_every_real_spell_lies_where_there_was_such_a_state_or_its_seat() -> None:
    spec = declaration("blocs")
    table = checked(spec, packaged(spec)).tables["bloc_spells"]
    for bloc, cow, start, end in table.select("bloc", "cow", "start", "end").rows():
        last = (end or date.today()) - timedelta(days=1)
        for day in (start, last):
            assert get(cow).existed(day) or seat_of(cow, bloc, day), (bloc, cow, day)
    assert len(table.filter(pl.col("start_precision") != "day")) > 50


def test_bolivia_is_a_member_of_mercosur_from_the_day_its_protocol_took_effect() -> None:
    spec = declaration("blocs")
    table = checked(spec, packaged(spec)).tables["bloc_spells"]
    rows = table.filter(pl.col("bloc") == "Mercosur", pl.col("cow") == 145).sort("start")
    day = date(2024, 8, 7)
    assert rows.select("status", "start", "start_precision", "end").rows() == [
        ("partner", date(1996, 1, 1), "year", day),
        ("full", day, "day", None),
    ]
