"""Sums, maxima and quantiles of distributions on points, against drawing and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from daylight.stats.discrete import Floats, equal_parts, highest, mean, on_points, quantile, total

CHANCES = arrays(float, (3, 7), elements=st.floats(0.01, 1.0)).map(lambda c: c / c.sum(1)[:, None])


def test_atoms_between_two_points_are_shared() -> None:
    got = on_points(np.array([[0.25, 3.0, 9.0]]), np.array([[0.5, 0.25, 0.25]]), 5)
    assert got == pytest.approx(np.array([[0.375, 0.125, 0.0, 0.25, 0.25]]))


@settings(max_examples=25, deadline=None)
@given(CHANCES, st.floats(0, 6))
def test_means_are_kept(chances: Floats, at: float) -> None:
    points = np.broadcast_to(np.arange(7.0), (3, 7))
    assert on_points(points, chances, 7) == pytest.approx(chances)
    one = on_points(np.full((3, 1), at), np.ones((3, 1)), 7)
    assert mean(one) == pytest.approx(at)
    assert mean(total([chances, one, chances])) == pytest.approx(2 * mean(chances) + at)


@settings(max_examples=25, deadline=None)
@given(CHANCES, CHANCES)
def test_sums_and_maxima_are_what_counting_all_cases_gives(one: Floats, two: Floats) -> None:
    summed, most = np.zeros((3, 13)), np.zeros((3, 7))
    for i in range(7):
        for k in range(7):
            summed[:, i + k] += one[:, i] * two[:, k]
            most[:, max(i, k)] += one[:, i] * two[:, k]
    assert total([one, two]) == pytest.approx(summed)
    assert highest([one, two]) == pytest.approx(most)


@settings(max_examples=25, deadline=None)
@given(CHANCES, st.sampled_from([0.05, 0.5, 0.95]))
def test_a_quantile_has_its_part_below_and_no_more(chances: Floats, q: float) -> None:
    at = quantile(chances, q)
    below = np.cumsum(chances, axis=1)
    assert (below[np.arange(3), at] >= q - 1e-9).all()
    assert all(k == 0 or below[i, k - 1] < q for i, k in enumerate(at.tolist()))


@settings(max_examples=25, deadline=None)
@given(CHANCES, st.integers(1, 6))
def test_equal_parts_rise_and_keep_the_mean(chances: Floats, k: int) -> None:
    parts = equal_parts(chances, k)
    assert (np.diff(parts, axis=1) >= -1e-9).all()
    assert parts.mean(axis=1) == pytest.approx(mean(chances))
    assert equal_parts(np.eye(7)[[2]], 3) == pytest.approx(np.full((1, 3), 2.0))


def test_halves_of_a_coin() -> None:
    assert equal_parts(np.array([[0.75, 0.0, 0.25]]), 2) == pytest.approx(np.array([[0.0, 1.0]]))
