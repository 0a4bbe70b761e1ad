"""Positions among all: strictly below, and standings with a natural zero."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from daylight.stats.ranks import share_below, standing

Floats = NDArray[np.float64]
NAN = float("nan")
values = arrays(float, st.integers(1, 30), elements=st.sampled_from([0.0, 0.5, 1.0, 2.0, 7.0, NAN]))


def test_strictly_below_by_hand() -> None:
    result = share_below(np.array([0, 1, 1, 3, NAN]), np.array([0, 1, 1, 3, NAN]))
    np.testing.assert_array_equal(result, [0, 25, 25, 75, NAN])


def test_values_outside_the_reference_are_placed() -> None:
    np.testing.assert_array_equal(share_below(np.array([-1, 9]), np.array([1.0, 2])), [0, 100])


def test_without_a_reference_there_is_no_position() -> None:
    assert np.isnan(share_below(np.array([1.0]), np.array([NAN]))).all()


@given(values)
def test_share_below_is_that_of_a_loop(some: Floats) -> None:
    known = [v for v in some if v == v]
    for value, place in zip(some, share_below(some, some), strict=True):
        if np.isnan(value):
            assert np.isnan(place)
        else:
            assert place == pytest.approx(100 * sum(v < value for v in known) / len(known))


@given(values, st.booleans())
def test_standing_is_that_of_a_loop(some: Floats, natural_zero: bool) -> None:
    pool = [v for v in some if v == v and (v > 0 or not natural_zero)]
    for value, place in zip(some, standing(some, some, natural_zero), strict=True):
        if np.isnan(value):
            assert np.isnan(place)
        elif natural_zero and value == 0:
            assert place == 0
        else:
            below, level = sum(v < value for v in pool), sum(v == value for v in pool)
            assert place == pytest.approx(100 * (below + level / 2) / len(pool))


@given(values, st.booleans())
def test_standings_keep_the_order_of_values(some: Floats, natural_zero: bool) -> None:
    place = standing(some, some, natural_zero)
    known = ~np.isnan(some)
    for v, p in zip(some[known], place[known], strict=True):
        assert 0 <= p <= 100
        assert (place[known][some[known] > v] > p).all()
        assert (place[known][some[known] == v] == p).all()
