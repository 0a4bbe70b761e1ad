"""How results name states."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.refs import ref_of
from daylight.core.states import members


def test_a_state_is_called_what_it_was_called_then() -> None:
    assert ref_of(365, date(1980, 1, 1)).name == "Soviet Union"
    assert ref_of(365, date(2010, 1, 1)).name == "Russia"
    assert ref_of(365, date(1980, 1, 1)).code == "RUS"


@pytest.mark.parametrize(
    ("cow", "day", "code"),
    [
        (260, date(1990, 12, 31), "GFR"),
        (260, date(1990, 6, 1), "DEU"),
        (255, date(1990, 12, 31), "DEU"),
        (260, date(1989, 12, 31), "DEU"),
        (678, date(1990, 12, 31), "YAR"),
        (679, date(1990, 12, 31), "YEM"),
    ],
)
def test_no_two_states_of_a_year_have_one_code(cow: int, day: date, code: str) -> None:
    assert ref_of(cow, day).code == code


@given(st.integers(1816, 2026))
def test_codes_at_the_end_of_a_year_are_unique_and_never_blank(year: int) -> None:
    codes = [ref_of(cow, date(year, 12, 31)).code for cow in members(year)]
    assert len(set(codes)) == len(codes)
    assert all(code.strip() for code in codes)
