"""What is expected of pairs: sums that are met, and no order of states that matters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.communities.expect import as_large, as_near

N = 7
LOW, HIGH = np.triu_indices(N, 1)
SEEDS = st.integers(0, 2**31)


def network(seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.uniform(0.5, 60, len(LOW)), rng.integers(0, 3, len(LOW))


def test_pairs_as_near_have_the_mean_of_their_class() -> None:
    made = as_near(np.array([1.0, 3.0, 10.0]), np.array([0, 0, 2]))
    assert made == pytest.approx([2, 2, 10])


@given(SEEDS)
def test_states_and_classes_have_in_all_what_they_have(seed: int) -> None:
    weights, near = network(seed)
    made = as_large(weights, LOW, HIGH, near, N)
    for side in (weights, made):
        assert (side >= 0).all()
    sums = [np.bincount(LOW, w, N) + np.bincount(HIGH, w, N) for w in (weights, made)]
    assert sums[1] == pytest.approx(sums[0], rel=0.02)
    assert np.bincount(near, made) == pytest.approx(np.bincount(near, weights), rel=1e-9)


def test_without_distance_it_is_near_the_configuration_model() -> None:
    strength = np.array([1.0, 2, 3, 4, 5, 6, 7])
    weights = strength[LOW] * strength[HIGH]
    assert as_large(weights, LOW, HIGH, np.zeros(len(LOW), int), N) == pytest.approx(
        weights, rel=1e-3
    )


@given(SEEDS)
def test_the_order_of_states_does_not_matter(seed: int) -> None:
    weights, near = network(seed)
    order = np.random.default_rng(seed).permutation(N)
    low, high = np.sort([order[LOW], order[HIGH]], axis=0)
    made, other = (as_large(weights, *sides, near, N) for sides in ((LOW, HIGH), (low, high)))
    assert other == pytest.approx(made, rel=1e-9)


def test_states_without_ties_are_expected_to_have_none() -> None:
    weights = np.where((LOW == 0) | (HIGH == 0), 0.0, 5.0)
    made = as_large(weights, LOW, HIGH, np.zeros(len(LOW), int), N)
    assert (made[LOW == 0] == 0).all()
    assert made[LOW > 0] == pytest.approx(5.0)
