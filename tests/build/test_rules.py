"""Each rule of the tables finds what it is for, and nothing in a sound table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pytest

from daylight.build.rules.across import across
from daylight.build.rules.cells import cells
from daylight.build.rules.check import Check
from daylight.build.rules.plausible import plausible
from daylight.build.rules.presence import SIDES, presence
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import packaged, shape
from daylight.store import writer
from daylight.store.schemas import TABLES, Table, table
from daylight.store.writer import types

LAST = date(2026, 6, 4)
NUMBERS = (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.Float32)
PAIR = {"a": 2, "b": 20, "year": 1990}
VOTES = PAIR | dict.fromkeys(("yy", "ya", "yn", "ay", "aa", "an", "ny", "na", "nn"), 1)
SPELL = {
    "bloc": "CIS", "cow": 365, "start": date(1991, 12, 8), "end": None, "status": "full",
    "confirmed": "page", "citation": "c", "note": None, "start_precision": "day",
    "end_precision": None, "signed": None,
}  # fmt: skip
TIE = {"measure": "rivalry", "cow": 2, "partner": 20, "start": 1950, "end": 1951, "value": 1.0}
TRADE = PAIR | {
    "ab": 921, "ba": 1060, "status_ab": 0, "status_ba": 0, "log_sd": 10, "source": 1,
}  # fmt: skip
ECONOMY = {"year": 1990, "goods_sd": 10, "goods_status": 0, "gdp_sd": 10, "gdp_status": 0}
POINT = {
    "votes": "all", "kind": "smoothed", "issue": "all", "cow": 2, "year": 1990, "theta": 1.0,
    "sd": 0.1, "lo": 0.8, "hi": 1.2, "rho": None, "n_votes": 50,
}  # fmt: skip
CALL = {
    "bloc": "CIS", "cow": 702, "day": date(1992, 10, 9), "day_precision": "day", "asked": "a",
    "sought": "help", "against": None, "answer": "partly", "answer_day": None,
    "answer_precision": None, "legal_basis": None, "confirmed": "page", "citation": "c",
    "note": None,
}  # fmt: skip
SOUND = {
    "votes": VOTES, "bloc_spells": SPELL, "bloc_calls": CALL, "ties": TIE, "trade": TRADE,
    "ideal_points": POINT,
}  # fmt: skip


def frame_of(name: str, *rows: dict[str, Any]) -> tuple[Table, pl.DataFrame]:
    spec = table(name)
    made = pl.DataFrame([SOUND[name] | row for row in rows], infer_schema_length=None)
    return spec, writer.conform(spec, made)


def checks(name: str, *rows: dict[str, Any], **others: pl.DataFrame) -> Iterator[Check]:
    spec, frame = frame_of(name, *rows)
    yield from cells(spec, frame, LAST)
    yield from presence(spec, frame, LAST)
    yield from plausible(spec, frame, others.get)
    yield from across(spec, frame, others.get, LAST)


def failed(name: str, *rows: dict[str, Any], **others: pl.DataFrame) -> list[str]:
    return [check.text for check in checks(name, *rows, **others) if not check.passed]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_row_passes_every_rule(name: str) -> None:
    assert failed(name, {}) == []


@pytest.mark.parametrize(
    ("name", "row", "text"),
    [
        ("votes", {"yy": 501}, "1 rows with a value outside its limits; first year 1991, a 2"),
        ("trade", {"ab": 5000}, "1 rows with a value outside its limits"),
        ("trade", {"ab": None}, "1 rows whose status says that there is a value where there"),
        ("trade", {"status_ba": 3}, "1 rows whose status says that there is a value where there"),
        (
            "trade",
            {"ab": None, "ba": None, "status_ab": 5, "status_ba": 5},
            "1 rows of which nothing is known",
        ),
        ("ideal_points", {"lo": 1.1}, "1 rows in which lo, theta, hi do not rise"),
        ("ideal_points", {"kind": "guessed"}, "1 rows with a word that is not in its list"),
        ("ideal_points", {"issue": "zz"}, "1 rows with an unknown issue"),
        ("ideal_points", {"year": 2030}, "1 rows with a date before 1816 or after 2026-06-04"),
        ("bloc_spells", {"citation": " "}, "1 rows with a blank cell; first bloc CIS, cow 365"),
        ("bloc_spells", {"bloc": ""}, "1 rows with a blank cell"),
        ("bloc_spells", {"status": None}, "1 rows with a blank cell"),
        ("bloc_spells", {"end": date(1991, 1, 1)}, "1 rows in which start, end do not rise"),
        ("bloc_spells", {"start_precision": "hour"}, "1 rows with a word that is not in its list"),
        ("bloc_calls", {"answer": "ignored"}, "1 rows with a word that is not in its list"),
        ("bloc_calls", {"asked": " "}, "1 rows with a blank cell"),
        ("ties", {"value": 2.0}, "1 ties with a value outside the limits of their measure"),
        ("ties", {"measure": "love"}, "1 rows with an unknown measure; first measure love"),
        ("ties", {"partner": 999}, "1 rows of a number that no state has"),
    ],
)
def test_a_cell_that_cannot_be_is_found(name: str, row: dict[str, Any], text: str) -> None:
    assert any(found.startswith(text) for found in failed(name, {}, {"year": 1991} | row))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("votes", {"b": 367, "year": 1980}),  # Latvia had no seat
        ("votes", {"a": 255, "b": 365, "year": 1980}),  # Germany was 260
        ("votes", {"a": 2, "b": 315, "year": 1993}),
        ("trade", {"b": 369, "year": 1980}),  # a seat in the UN is none in trade
        ("ties", {"partner": 652, "start": 1955, "end": 1962}),  # not in 1959 and 1960
        ("bloc_spells", {"cow": 652, "bloc": "Arab League", "start": date(1961, 1, 1)}),
        ("bloc_spells", {"cow": 366, "start": date(1980, 1, 1)}),
        ("bloc_spells", {"cow": 265, "start": date(1960, 1, 1), "end": date(1990, 10, 4)}),
    ],
)
def test_a_state_that_was_none_is_found(name: str, row: dict[str, Any]) -> None:
    text = failed(name, {}, row)
    assert len(text) == 1
    assert text[0].startswith("1 rows of a state ")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("votes", {"b": 369, "year": 1980}),
        ("votes", {"b": 750, "year": 1946}),
        ("bloc_spells", {"cow": 369}),
        ("bloc_spells", {"cow": 652, "bloc": "Arab League", "start": date(1945, 3, 22)}),
    ],
)
def test_a_seat_that_is_listed_passes_and_is_counted(name: str, row: dict[str, Any]) -> None:
    assert failed(name, row) == []
    assert "(1 of a seat that is listed)" in " ".join(c.text for c in checks(name, row))


def sizes(goods: int, gdp: int) -> pl.DataFrame:
    rows = [
        ECONOMY | {"cow": cow, "goods": goods, "gdp": gdp, "price": 1.8} for cow in (2, 20, 200)
    ]
    return writer.conform(table("economies"), pl.DataFrame(rows))


def test_more_than_the_whole_is_found_or_flagged() -> None:
    # 100 and 200 million each way with each of two partners, of 300 or 3,000 million in all
    rows = ({"b": 20}, {"b": 200})
    assert failed("trade", *rows, economies=sizes(8006, 11513)) == []
    assert failed("trade", *rows, economies=sizes(5704, 11513)) == [
        "1 state-years in which shares of trade pass their whole; first year 1990, a 2"
    ]
    said = [c.text for c in checks("trade", {}, economies=sizes(8006, 3401))]
    assert any("1 rows with trade above the whole of a GDP, at most 10.0 times" in s for s in said)


def test_votes_beyond_those_held_are_found() -> None:
    held = pl.DataFrame({"year": [1990], "issue": ["all"], "universe": ["voeten"], "held": [9]})
    assert failed("votes", {}, rollcalls=held) == []
    fewer = held.with_columns(held=pl.lit(8))
    assert failed("votes", {}, rollcalls=fewer)[0].startswith("1 pairs with no common vote, or")
    assert failed("votes", dict.fromkeys(VOTES.keys() - PAIR.keys(), 0), rollcalls=held)


@pytest.mark.parametrize("name", ["bloc_spells", "bloc_calls"])
def test_a_bloc_that_is_in_no_list_is_found(name: str) -> None:
    blocs = pl.DataFrame({"bloc": ["CIS"]})
    assert failed(name, {}, blocs=blocs) == []
    (text,) = failed(name, {}, blocs=blocs.clear())
    assert text.startswith("1 rows with an unknown bloc")


OF_NO_MEMBERS = (
    "holes", "tie_cover", "recognition_spells", "recognition_switches", "shape_holders",
    "bloc_years", "bloc_joining", "statements", "places",
)  # fmt: skip
"""Tables of what is not known, of what islands did before they had a seat in the UN, from
which the system counts them (tests/tables/test_recognition_tables.py names these), of the land of
states of today, which reaches back before they were members, of blocs and of what was said, where a
state stands in some rows only, of states by today's numbers, and of hosts by that of today."""


@pytest.mark.parametrize("spec", TABLES, ids=lambda t: t.name)
def test_every_number_of_a_table_has_its_limits(spec: Table) -> None:
    """Nothing is left out of the rules by not being declared."""
    numbers = {name for name, kind in types(spec).items() if kind in NUMBERS}
    assert set(spec.limits) == numbers
    assert all(low < high for low, high in spec.limits.values())
    named = {*spec.words, *spec.may_lack, *spec.later, *(c for row in spec.ordered for c in row)}
    assert named <= set(spec.columns)
    assert not set(spec.key) & set(spec.may_lack), "a key is never blank"
    kinds = types(spec)
    states = {n for n in SIDES if n in kinds and kinds[n] in NUMBERS}
    assert (spec.presence == "none") == (not states or spec.name in OF_NO_MEMBERS)


def test_the_tables_of_statements_keep_the_rules() -> None:
    spec = declaration("statements")
    for name, made in shape(spec, packaged(spec)).tables.items():
        frame = writer.conform(table(name), made)
        found = [*cells(table(name), frame, LAST), *presence(table(name), frame, LAST)]
        assert [check for check in found if not check.passed] == []


def test_the_bloc_tables_as_they_are_in_their_sources_keep_the_rules() -> None:
    """The ones that ship break one, until they are built anew."""
    made: dict[str, pl.DataFrame] = {}
    for spec in (declaration("blocs"), declaration("bloc_calls")):
        made |= shape(spec, packaged(spec)).tables
    for name in ("blocs", "bloc_spells", "bloc_calls"):
        frame = writer.conform(table(name), made[name])
        found = [*cells(table(name), frame, LAST), *presence(table(name), frame, LAST)]
        found += across(table(name), frame, made.get, LAST)
        assert [check for check in found if not check.passed] == []
