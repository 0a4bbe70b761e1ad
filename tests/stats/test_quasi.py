"""Means by quasi-likelihood: known ones come back, zeros count, errors are of clusters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.stats.quasi import fit, mean_of


def test_groups_have_their_means() -> None:
    y = np.array([0.0, 2.0, 10.0, 30.0])
    x = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], float)
    found = fit(x, y, np.arange(4))
    assert np.exp(found.coefficients) == pytest.approx([1.0, 20.0])
    assert found.converged


@settings(deadline=None, max_examples=20)
@given(st.floats(-1.5, 1.5), st.floats(-2, 2), st.integers(0, 1000))
def test_a_mean_that_multiplies_comes_back_whatever_the_errors(
    slope: float, level: float, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(4000), rng.uniform(-1, 1, 4000)])
    y = np.exp(x @ np.array([level, slope])) * rng.gamma(0.5, 2.0, 4000)
    found = fit(x, y, np.arange(4000))
    assert np.abs(found.coefficients - [level, slope]).max() < 6 * found.errors.max()


@settings(deadline=None, max_examples=20)
@given(st.floats(-1.5, 1.5), st.floats(-3, 1), st.integers(0, 1000))
def test_a_part_comes_back_and_stays_between_its_bounds(
    slope: float, level: float, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(4000), rng.uniform(-1, 1, 4000)])
    mu = 1 / (1 + np.exp(-(x @ np.array([level, slope]))))
    y = rng.binomial(3, mu) / 3
    found = fit(x, y, np.arange(4000), part=True)
    assert np.abs(found.coefficients - [level, slope]).max() < 6 * found.errors.max()
    assert mean_of(1e3 * x @ found.coefficients, True).max() <= 1


def test_the_sum_of_what_is_expected_is_that_of_what_is() -> None:
    rng = np.random.default_rng(1)
    x = np.column_stack([np.ones(500), rng.normal(size=500)])
    y = rng.poisson(np.exp(0.3 * x[:, 1])).astype(float)
    found = fit(x, y, np.arange(500))
    assert np.exp(x @ found.coefficients).sum() == pytest.approx(y.sum())


def test_rows_that_repeat_in_a_cluster_tell_nothing_new() -> None:
    rng = np.random.default_rng(2)
    x = np.column_stack([np.ones(200), rng.normal(size=200)])
    y = rng.poisson(np.exp(0.5 * x[:, 1])).astype(float)
    once = fit(x, y, np.arange(200))
    often = fit(np.tile(x, (5, 1)), np.tile(y, 5), np.tile(np.arange(200), 5))
    assert often.errors == pytest.approx(once.errors)


@pytest.mark.parametrize("y", [[0.0, 0.0], [1.0, -1.0], []])
def test_amounts_that_have_no_such_mean(y: list[float]) -> None:
    with pytest.raises(BadInput, match="zero or more"):
        fit(np.ones((len(y), 1)), np.array(y), np.arange(len(y)))


def test_columns_that_depend_on_each_other() -> None:
    with pytest.raises(BadInput, match="leave one out"):
        fit(np.ones((3, 2)), np.ones(3), np.arange(3))


def test_a_part_above_one() -> None:
    with pytest.raises(BadInput, match="one at most"):
        fit(np.ones((2, 1)), np.array([0.5, 2.0]), np.arange(2), part=True)
