"""The table of dated facts: what it may hold, states of the time, and nothing twice."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lists_of_facts import CANADA, FRANCE, RUSSIA, UK, USA, WEST_GERMANY

from daylight.build.rules.cells import cells
from daylight.build.rules.presence import presence
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.facts import LONGEST
from daylight.tables.facts.row import (
    Day,
    FactRow,
    fact,
    fitting,
    in_month,
    in_year,
    number_on,
    of_two,
    on,
)
from daylight.tables.facts.steps import EARLIER, TABLE, frame

LAST = date(2026, 6, 4)


def plain(**changes: object) -> FactRow:
    row = fact(USA, RUSSIA, on(date(1990, 6, 1)), "force", "x", 50, "mid")
    return row._replace(**changes)


def table(*facts: FactRow) -> pl.DataFrame:
    return frame(facts, IssueLog("test"))


def faults(rows: pl.DataFrame) -> list[str]:
    checks = [*cells(TABLE, rows, LAST), *presence(TABLE, rows, LAST)]
    return [check.text for check in checks if not check.passed]


def test_a_sound_table_passes_every_rule() -> None:
    sound = table(plain(), plain(until=date(1991, 1, 1), until_precision="day", text="y"))
    assert not faults(sound)


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "rumour"},
        {"precision": "hour"},
        {"weight": 101},
        {"until": date(1980, 1, 1)},
        {"text": " "},
        {"source": None},
        {"a": RUSSIA, "b": USA},
        {"day": date(2027, 1, 1)},
    ],
    ids=str,
)
def test_each_rule_finds_its_fault(fault: dict[str, object]) -> None:
    sound = table(plain())
    types = dict(sound.schema)
    spoilt = sound.with_columns(
        pl.lit(value, types[name]).alias(name) for name, value in fault.items()
    )
    assert faults(spoilt)


def test_a_state_stands_in_it_only_in_years_of_its_own() -> None:
    assert not faults(table(plain()))
    early = table(plain()).with_columns(day=pl.date(1970, 1, 1), b=pl.lit(366, pl.Int16))
    assert faults(early), "Estonia was no state in 1970"


def test_what_began_before_a_state_stands_in_its_first_year_and_says_so() -> None:
    west = plain(a=FRANCE, b=WEST_GERMANY, day=date(1954, 10, 23), until=date(1990, 12, 31),
                 until_precision="year")  # fmt: skip
    (row,) = table(west).iter_rows(named=True)
    assert (row["day"], row["precision"], row["text"]) == (date(1955, 1, 1), "year", f"x{EARLIER}")
    assert table(west._replace(until=date(1954, 12, 1))).is_empty(), "it was over before"
    assert table(west._replace(until=None, until_precision=None)).is_empty(), "it had no length"


def test_a_fact_stands_once_and_pairs_are_in_order() -> None:
    rows = table(plain(), plain(), plain(a=USA, b=CANADA), plain(day=date(2000, 1, 1)))
    assert rows.select("a", "b", "day").rows() == [
        (USA, CANADA, date(1990, 6, 1)), (USA, RUSSIA, date(2000, 1, 1)),
        (USA, RUSSIA, date(1990, 6, 1)),
    ]  # fmt: skip


def test_an_open_end_before_the_start_or_beside_an_end_is_none() -> None:
    late = fact(USA, UK, on(date(2020, 1, 1)), "bloc", "x", 50, "blocs", open_to=date(2018, 12, 31))
    assert late.open_to is None
    ended = fact(USA, UK, in_year(1990), "bloc", "x", 50, "blocs", open_to=date(2018, 12, 31),
                 until=in_year(1995))  # fmt: skip
    assert (ended.open_to, ended.until) == (None, date(1995, 12, 31))


@pytest.mark.parametrize(
    ("cow", "day", "number"),
    [
        (255, on(date(1990, 10, 2)), 260), (255, on(date(1990, 10, 3)), 255),
        (260, in_year(1990), 255), (255, in_year(1989), 260), (2, in_year(1950), 2),
    ],
)  # fmt: skip
def test_numbers_are_those_of_the_day_or_of_the_end_of_the_year(
    cow: int, day: Day, number: int
) -> None:
    assert number_on(cow, day) == number


def test_names_are_shortened_to_codes_before_a_text_is_cut() -> None:
    long = of_two("{One} " + "x" * 40 + " {other}", 490, USA, in_month(date(2010, 5, 5)))
    assert fitting(*long).startswith("COD ")
    assert fitting(*long).endswith("United States")


@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_no_text_is_too_long(texts: list[str]) -> None:
    assert len(fitting(*texts)) <= LONGEST


@given(st.dates(date(1900, 2, 1), date(2020, 1, 1)))
def test_months_and_years_hold_the_day(day: date) -> None:
    for when in (on(day), in_month(day), in_year(day.year)):
        assert when.first <= day <= when.last
    assert in_month(day).last + timedelta(days=1) == (
        in_month(in_month(day).last + timedelta(days=1)).first
    )


def test_every_source_has_a_citation_key_and_may_ship_what_is_derived() -> None:
    for name in TABLE.sources:
        spec = declaration(name)
        assert spec.citation_key
        assert spec.redistribution in ("ours", "yes", "ask"), name
    assert not {"sipri_arms", "peace_scale", "icews"} & set(TABLE.sources)
