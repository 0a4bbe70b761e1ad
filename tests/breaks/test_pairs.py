"""Pairs of lineages by years: values placed on them, and windows of years."""

from __future__ import annotations

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from daylight.breaks.pairs import FIRST, YEARS, all_pairs, bits, within
from daylight.core.lineages import pair_number

GRID = pl.DataFrame(
    [(220, 260, 1989), (220, 260, 1990), (220, 255, 1990), (220, 255, 1991), (2, 20, 1990)],
    ["a", "b", "year"],
    orient="row",
).with_columns(pl.all().cast(pl.Int16))


def test_numbers_of_one_state_share_a_row() -> None:
    pairs = all_pairs(GRID)
    assert pairs.keys.tolist() == sorted([pair_number(2, 20), pair_number(255, 220)])
    row = pairs.keys.tolist().index(pair_number(220, 260))
    assert [FIRST + int(k) for k in np.flatnonzero(pairs.alive[row])] == [1989, 1990, 1991]
    assert pairs.numbers[:, row, 1989 - FIRST].tolist() == [220, 260]
    assert pairs.numbers[:, row, 1991 - FIRST].tolist() == [220, 255]


def test_the_highest_value_of_a_year_is_placed_and_the_rest_left_out() -> None:
    pairs = all_pairs(GRID)
    row = pairs.keys.tolist().index(pair_number(220, 255))
    values = [(220, 260, 1990, 1.0), (220, 255, 1990, 3.0), (220, 255, 1991, None)]
    values += [(220, 255, 1900, 5.0), (2, 200, 1990, 9.0)]
    got = pairs.placed(pl.DataFrame(values, ["a", "b", "year", "value"], orient="row"))
    assert got[row, 1990 - FIRST] == 3.0
    assert np.isnan(got[row, 1991 - FIRST]), "null is not known, and not zero"
    assert np.isfinite(got).sum() == 1


@given(st.lists(st.integers(0, YEARS - 1), max_size=8), st.integers(1, 9))
def test_within_looks_back_and_never_ahead(at: list[int], years: int) -> None:
    marks = np.zeros((1, YEARS), bool)
    marks[0, at] = True
    found = within(marks, years)[0]
    assert found.tolist() == [any(0 <= k - one < years for one in at) for k in range(YEARS)]


@given(st.lists(st.booleans(), min_size=1, max_size=8))
def test_bits_are_in_the_order_of_the_marks(marks: list[bool]) -> None:
    number = int(bits(np.array([mark]) for mark in marks)[0])
    assert [bool(number >> k & 1) for k in range(len(marks))] == marks
