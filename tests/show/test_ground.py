"""Whose each shape is on a day, and which disputes are live then."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_ground import HELD, PATHS, ground_of

from daylight.core.states import get
from daylight.show.ground import ground, laid, live

TODAY, COLD = date(2020, 1, 1), date(1970, 1, 1)


def cows(day: date) -> dict[str, tuple[int, ...]]:
    return {unit.name: unit.cows for unit in ground_of(day).units}


@pytest.mark.parametrize(
    ("unit", "day", "held"),
    [
        ("Ukraine", TODAY, (369,)),
        ("Ukraine", COLD, (365,)),
        ("Latvia", COLD, (365,)),
        ("Latvia", date(1991, 10, 1), (367,)),
        ("Czechia", COLD, (315,)),
        ("Slovakia", date(1992, 12, 31), (315,)),
        ("Slovakia", date(1993, 1, 1), (317,)),
        ("Croatia", COLD, (345,)),
        ("Kosovo", date(2000, 1, 1), (345,)),
        ("Kosovo", TODAY, (347,)),
        ("Somaliland", TODAY, ()),
        ("Germany", TODAY, (255,)),
        ("Germany", COLD, (260, 265)),
        ("Vietnam", COLD, (816, 817)),
        ("Vietnam", date(1980, 1, 1), (816,)),
        ("Yemen", COLD, (678, 680)),
        ("Yemen", date(1965, 1, 1), (678,)),
        ("Japan", date(1950, 6, 1), ()),
        ("Japan", date(1953, 1, 1), (740,)),
    ],
)
def test_a_shape_is_with_who_stood_there(unit: str, day: date, held: tuple[int, ...]) -> None:
    assert cows(day)[unit] == held


def test_members_without_a_shape_are_named() -> None:
    laid_out = ground_of(TODAY)
    absent = {state.cow for state in laid_out.absent}
    assert 220 in absent, "this world has no shape of France"
    assert absent.isdisjoint(cow for unit in laid_out.units for cow in unit.cows)


@given(st.dates(date(1946, 1, 1), date(2025, 12, 31)))
def test_only_members_hold_land_and_every_member_is_somewhere(day: date) -> None:
    found = laid(PATHS, HELD, (), day)
    held = {cow for unit in found.units for cow in unit.cows}
    assert all(get(cow).existed(day) for cow in held)
    assert held | {s.cow for s in found.absent} == {s.cow for s in found.members}
    assert [unit.name for unit in found.units] == sorted(PATHS)


@pytest.mark.parametrize(
    ("start", "precision", "end", "day", "there"),
    [
        (date(2014, 3, 18), "day", None, date(2014, 3, 18), True),
        (date(2014, 3, 18), "day", None, date(2014, 3, 17), False),
        (date(1973, 1, 1), "year", None, date(1973, 6, 1), False),
        (date(1973, 1, 1), "year", None, date(1974, 1, 1), True),
        (date(1998, 5, 1), "month", None, date(1998, 5, 30), False),
        (date(1973, 1, 1), "year", date(2022, 6, 14), date(2022, 6, 13), True),
        (date(1973, 1, 1), "year", date(2022, 6, 14), date(2022, 6, 14), False),
    ],
)
def test_a_dispute_is_named_when_it_was_surely_there(
    start: date, precision: str, end: date | None, day: date, there: bool
) -> None:
    assert live({"start": start, "start_precision": precision, "end": end}, day) is there


def test_rows_of_an_atlas_become_a_ground() -> None:
    def days(*texts: str) -> Any:
        return np.array(texts, dtype="datetime64[us]")

    tables = {
        "shapes": {
            "unit": np.array(["Crimea", "Crimea", "Taiwan"], dtype=object),
            "ring": np.array([1, 2, 1]),
            "path": np.array(["M0 0z", "M1 1z", "M2 2z"], dtype=object),
        },
        "shape_holders": {
            "unit": np.array(["Crimea", "Crimea", "Taiwan"], dtype=object),
            "cow": np.array([369.0, 365.0, np.nan]),
            "start": days("1816-01-01", "2014-03-18", "1816-01-01"),
            "end": days("2014-03-17", "NaT", "NaT"),
        },
        "disputed_places": {
            "place": np.array(["Crimea", "Hans"], dtype=object),
            "unit": np.array(["Crimea", None], dtype=object),
            "lon": np.array([np.nan, -66.0]),
            "lat": np.array([np.nan, 80.0]),
            "holder": np.array(["Russia", "no state"], dtype=object),
            "claimant": np.array(["Ukraine", "Canada; Denmark"], dtype=object),
            "start": days("2014-03-18", "1973-01-01"),
            "start_precision": np.array(["day", "year"], dtype=object),
            "end": days("NaT", "2022-06-14"),
            "citation": np.array(["c", "d"], dtype=object),
            "confirmed": np.array(["page", "page"], dtype=object),
        },
    }
    book: Any = SimpleNamespace(rows=lambda name: tables[name])
    found = ground(book, date(2020, 5, 1))
    assert [(u.name, u.paths, u.cows) for u in found.units] == [
        ("Crimea", ("M0 0z", "M1 1z"), (365,)),
        ("Taiwan", ("M2 2z",), ()),
    ]
    assert [(d.place, d.unit, d.at) for d in found.disputes] == [
        ("Crimea", "Crimea", None),
        ("Hans", "", (-66.0, 80.0)),
    ]
    assert [d.place for d in ground(book, date(2023, 1, 1)).disputes] == ["Crimea"]
    assert ground(book, date(2014, 3, 17)).units[0].cows == (369,)
