"""Rates that rise with points, and how open a bloc is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from daylight.accession.rates import by_points, chance, openness, overall, rising

COUNTS = arrays.arrays(float, (2, 6), elements=st.integers(0, 50).map(float))


@given(COUNTS)
def test_rates_never_fall_with_points(counts: np.ndarray) -> None:
    n, events = counts.sum(0) + 1, counts[0]
    found = rising(n, events)
    assert (np.diff(found) >= -1e-12).all()
    assert np.isclose((found * n).sum(), events.sum()), "pooling moves no event"


def test_rates_in_order_stay_and_others_are_pooled() -> None:
    n = np.full(4, 10.0)
    assert np.allclose(rising(n, np.array([1.0, 2, 3, 4])), [0.1, 0.2, 0.3, 0.4])
    assert np.allclose(rising(n, np.array([1.0, 3, 2, 4])), [0.1, 0.25, 0.25, 0.4])
    assert np.allclose(rising(n, np.array([4.0, 3, 2, 1])), 0.25)


def test_points_without_a_case_have_the_rate_of_all() -> None:
    n, events = np.array([100.0, 0.0]), np.array([10.0, 0.0])
    share = float(overall(n[None], events[None]))
    assert np.isclose(by_points(n, events, 1, rise=False)[1], share)


def test_openness_is_one_without_history_and_follows_a_long_one() -> None:
    zero = np.zeros(())
    assert openness(zero, zero, 4) == 1
    assert openness(np.array(1000.0), np.array(2000.0), 1) > 1.9
    assert openness(np.array(10.0), zero, 1) < 0.5


@given(st.floats(0, 1), st.floats(0, 20))
def test_a_chance_stays_one(rate: float, times: float) -> None:
    found = float(chance(np.array(rate), np.array(times)))
    assert 0 <= found <= 1
    assert np.isclose(float(chance(np.array(rate), np.array(1.0))), rate)
