"""The composite index: positions, who counts, what more of a tie does, and its interval."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from daylight.stats.composite import (
    Component,
    Composite,
    combine,
    composite,
    interval,
    weighted,
)
from daylight.stats.ranks import share_below

Floats = NDArray[np.float64]
NAN = float("nan")
WEIGHTS = np.array([0.5, 0.3, 0.2])
N = 40


def exact(value: Floats, natural_zero: bool = False) -> Component:
    return Component(value, value, value, natural_zero)


def world(seed: int, spread: float = 0.0) -> list[Component]:
    """Three components of N cases, the last with gaps, all with intervals of this size."""
    rng = np.random.default_rng(seed)
    values = rng.uniform(1, 2, (3, N))
    values[2, rng.random(N) < 0.3] = NAN
    return [Component(v, v - spread, v + spread) for v in values]


def run(parts: list[Component], eligible: NDArray[np.bool_] | None = None) -> Composite:
    return composite(parts, WEIGHTS, np.ones(N, bool) if eligible is None else eligible)


def test_the_index_is_the_weighted_mean_of_standings_by_hand() -> None:
    parts = [exact(np.array([1.0, 2, 3, 4])), exact(np.array([4.0, 3, 2, NAN]))]
    result = composite(parts, np.array([3.0, 1.0]), np.ones(4, bool))
    standings = [[12.5, 37.5, 62.5, 87.5], [500 / 6, 50, 100 / 6, NAN]]
    np.testing.assert_allclose(result.positions, np.transpose(standings))
    means = [(3 * 12.5 + 500 / 6) / 4, (3 * 37.5 + 50) / 4, (3 * 62.5 + 100 / 6) / 4, 87.5]
    np.testing.assert_allclose(result.index, means)
    np.testing.assert_allclose(result.value, [0, 25, 50, 75])


def test_a_natural_zero_stands_at_zero() -> None:
    result = composite([exact(np.array([0.0, 0, 0, 5]), True)], np.ones(1), np.ones(4, bool))
    assert result.index.tolist() == [0, 0, 0, 50]


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 0.3))
def test_positions_keep_their_bounds_and_intervals_hold_them(seed: int, spread: float) -> None:
    result = run(world(seed, spread))
    assert result.draws.shape[0] == N
    for part in (result.value, result.lo, result.hi, result.index):
        assert ((part >= 0) & (part <= 100)).all()
    assert (result.lo <= result.value).all()
    assert (result.value <= result.hi).all()
    np.testing.assert_array_equal(result.value, share_below(result.index, result.index))


@settings(max_examples=12, deadline=None)
@given(
    st.integers(0, 10_000), st.integers(0, N - 1), st.integers(0, 2), st.floats(0, 2), st.booleans()
)
def test_more_of_a_tie_never_lowers_its_position(
    seed: int, case: int, which: int, more: float, natural_zero: bool
) -> None:
    values = [part.value for part in world(seed)]
    before = run([exact(v, natural_zero) for v in values]).value[case]
    values[which] = values[which].copy()
    values[which][case] += more
    after = run([exact(v, natural_zero) for v in values]).value[case]
    assert after >= before


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_cases_that_may_have_no_result_count_for_nobody(seed: int) -> None:
    eligible = np.random.default_rng(seed).random(N) < 0.7
    result = run(world(seed, 0.1), eligible)
    for part in (result.value, result.lo, result.hi, result.index):
        assert (np.isnan(part) == ~eligible).all()
    assert np.isnan(result.draws[~eligible]).all()
    assert np.isfinite(result.draws[eligible]).all()
    np.testing.assert_array_equal(
        result.value[eligible], share_below(result.index[eligible], result.index[eligible])
    )


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_components_moves_no_value(seed: int) -> None:
    parts = world(seed)
    one = composite(parts, WEIGHTS, np.ones(N, bool))
    two = composite(parts[::-1], WEIGHTS[::-1], np.ones(N, bool))
    np.testing.assert_allclose(one.index, two.index)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 50))
def test_the_unit_of_the_weights_does_not_matter(seed: int, unit: float) -> None:
    one, two = run(world(seed)), composite(world(seed), WEIGHTS * unit, np.ones(N, bool))
    np.testing.assert_allclose(one.index, two.index)
    np.testing.assert_allclose(one.lo, two.lo, atol=2.6)


def test_a_component_without_weight_plays_no_part() -> None:
    parts = world(3)
    weights = np.array([0.6, 0.4, 0.0])
    one = composite(parts, weights, np.ones(N, bool))
    two = composite(parts[:2], weights[:2], np.ones(N, bool))
    np.testing.assert_array_equal(one.value, two.value)
    np.testing.assert_array_equal(one.draws, two.draws)


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    one, two = run(world(1, 0.2)), run(world(1, 0.2))
    np.testing.assert_array_equal(one.draws, two.draws)
    other = composite(world(1, 0.2), WEIGHTS, np.ones(N, bool), seed=1)
    np.testing.assert_array_equal(one.value, other.value)
    assert (one.draws != other.draws).any()


def test_wider_measurement_widens_the_interval() -> None:
    narrow, wide = run(world(1, 0.0)), run(world(1, 0.5))
    assert (wide.hi - wide.lo).mean() > 1.5 * (narrow.hi - narrow.lo).mean()


def test_a_missing_component_widens_the_interval() -> None:
    rng = np.random.default_rng(5)
    widths = []
    for _ in range(12):
        values = np.tile(rng.permutation(np.linspace(1, 2, 200)), (3, 1))
        gap = values[2].copy()
        gap[0] = NAN
        for third in (values[2], gap):
            parts = [exact(values[0]), exact(values[1]), exact(third)]
            result = composite(parts, WEIGHTS, np.ones(200, bool))
            widths.append(result.hi[0] - result.lo[0])
    whole, with_gap = np.array(widths).reshape(-1, 2).T
    assert (with_gap > whole).all()


def test_weights_alone_move_a_case_whose_components_differ() -> None:
    rng = np.random.default_rng(2)
    first, second = rng.permutation(N) + 1.0, rng.permutation(N) + 1.0
    first[0], second[0] = N + 1, 0.5
    result = composite([exact(first), exact(second)], np.array([0.5, 0.5]), np.ones(N, bool))
    assert result.hi[0] - result.lo[0] > 10


def test_combine_needs_the_least_number_of_parts() -> None:
    masks = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]], bool)
    values = np.arange(1.0, 5)
    parts = [composite([exact(values)], np.ones(1), masks[:, k]) for k in range(3)]
    for least, known in ((1, 3), (2, 2), (3, 1)):
        result = combine(parts, np.ones(3), least)
        assert np.isfinite(result.value).tolist() == [True] * known + [False] * (4 - known)
        inside = np.isfinite(result.value)
        assert (result.lo[inside] <= result.value[inside]).all()
        assert (result.value[inside] <= result.hi[inside]).all()


def test_a_weighted_mean_leaves_gaps_out() -> None:
    result = weighted(np.array([[10, 20], [10, NAN], [NAN, NAN]]), np.array([1.0, 3.0]))
    np.testing.assert_allclose(result, [17.5, 10, NAN])
    assert np.isnan(weighted(np.array([[NAN, 20.0]]), np.array([1.0, 0.0]))).all()


def test_an_interval_is_the_middle_of_the_draws_widened_to_the_value() -> None:
    draws = np.tile(np.arange(101, dtype=np.float32), (3, 1))
    lo, hi = interval(np.array([50.0, 99.0, NAN]), draws)
    np.testing.assert_allclose(lo, [5, 5, NAN])
    np.testing.assert_allclose(hi, [95, 99, NAN])


@pytest.mark.parametrize("gap", [0, 1])
def test_a_component_known_for_nobody_moves_no_value(gap: int) -> None:
    values = [np.full(4, NAN), np.array([1.0, 2, 3, 4])]
    parts = [exact(values[gap]), exact(values[1 - gap])]
    result = composite(parts, np.array([0.5, 0.5]), np.ones(4, bool))
    np.testing.assert_allclose(result.value, [0, 25, 50, 75])
