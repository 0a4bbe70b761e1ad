"""One number for states and a year."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from daylight.wedges.measured.keys import key, pair_key, year_by_year

YEAR = st.integers(1816, 9999)
STATE = st.integers(0, 999)


def _of(*numbers: int) -> list[np.ndarray]:
    return [np.array([number]) for number in numbers]


@given(st.tuples(YEAR, STATE, STATE, STATE), st.tuples(YEAR, STATE, STATE, STATE))
def test_two_have_one_number_only_where_they_are_the_same(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    assert (key(*_of(*one)) == key(*_of(*other)))[0] == (one == other)


@given(STATE, STATE, YEAR)
def test_the_order_of_a_pair_does_not_count(one: int, other: int, year: int) -> None:
    assert pair_key(*_of(one, other, year)) == pair_key(*_of(other, one, year))


@given(st.lists(st.tuples(st.integers(1900, 1920), st.integers(1900, 1920)), max_size=6))
def test_each_year_of_each_spell_comes_once(spells: list[tuple[int, int]]) -> None:
    first, last = np.array(spells, np.int64).reshape(-1, 2).T
    at, year = year_by_year(first, last)
    told = list(zip(at.tolist(), year.tolist(), strict=True))
    assert told == [(k, y) for k, (a, b) in enumerate(spells) for y in range(a, b + 1)]
