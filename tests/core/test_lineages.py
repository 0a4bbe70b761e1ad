"""One state is followed through its changes of COW number, and no other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.lineages import newest, number_in, numbers, numbers_in, one_each
from daylight.core.states import all_states, get, members

STATES = st.sampled_from([state.cow for state in all_states()])
YEARS = st.integers(1816, 2026)


@pytest.mark.parametrize(
    ("cow", "until", "found"),
    [
        (255, "1940-12-31", (255,)),
        (260, "1960-12-31", (255, 260)),
        (255, "1990-12-31", (260, 255)),
        (679, "2016-12-31", (678, 679)),
        (365, "2016-12-31", (365,)),
        (365, "1816-01-01", (365,)),
    ],
)
def test_the_number_held_last_comes_last(cow: int, until: str, found: tuple[int, ...]) -> None:
    assert numbers(cow, date.fromisoformat(until)) == found


@pytest.mark.parametrize(
    ("cow", "first", "last", "found"),
    [
        (255, 1986, 1990, (260, 255)),
        (260, 1991, 1995, (255,)),
        (255, 1941, 1960, (255, 260)),
        (679, 1989, 1992, (678, 679)),
        (316, 1988, 1992, ()),  # Czechoslovakia is not Czechia
        (771, 1965, 1971, (771,)),  # nor Pakistan Bangladesh
        (369, 1986, 1990, ()),  # nor the Soviet Union Ukraine
        (345, 1990, 1995, (345,)),
        (816, 1970, 1980, (816,)),
    ],
)
def test_a_window_holds_the_numbers_of_its_days(
    cow: int, first: int, last: int, found: tuple[int, ...]
) -> None:
    assert numbers_in(cow, first, last) == found


@pytest.mark.parametrize(
    ("cow", "year", "found"),
    [
        (255, 1989, 260),
        (255, 1990, 255),
        (260, 1990, 255),
        (260, 2000, 255),
        (679, 1980, 678),
        (678, 1990, 679),
        (369, 1980, 369),
        (315, 2000, 315),
    ],
)
def test_a_year_has_one_number_for_a_state(cow: int, year: int, found: int) -> None:
    assert number_in(cow, year) == found


@given(STATES, YEARS)
def test_the_number_of_a_year_is_a_member_of_the_same_lineage(cow: int, year: int) -> None:
    number = number_in(cow, year)
    assert get(number).lineage == get(cow).lineage
    assert newest(number) == newest(cow)
    if cow in members(year):
        assert number in members(year)
        assert number_in(number, year) == number


@pytest.mark.parametrize("year", [1950, 1989, 1990, 1991, 2016])
def test_a_list_of_a_year_names_each_state_once(year: int) -> None:
    listed = one_each(members(year), year)
    tokens = [get(cow).lineage for cow in listed]
    assert len(set(tokens)) == len(tokens)
    assert set(tokens) == {get(cow).lineage for cow in members(year)}
    assert one_each([260], 1990) == [260], "the old number stays where the new one is not listed"
