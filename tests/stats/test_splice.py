"""Levelling: weights, uncertainty, and what must not change the result."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.stats.splice import level

PAIR = np.array([0, 0, 0, 0, 1, 1, 2])
OTHER = np.array([1.0, 2.0, 4.0, 8.0, 3.0, 5.0, 10.0])
REFERENCE = OTHER * np.array([2.0, 2.2, 1.8, 2.0, 0.5, 0.6, 1.0])


def test_weight_is_n_over_n_plus_k() -> None:
    got = level(REFERENCE, OTHER, PAIR, 4, k=2.0)
    d = np.log(REFERENCE / OTHER)
    means = np.array([d[p == PAIR].mean() for p in range(3)])
    overall = means.mean()
    assert got.overall == pytest.approx(overall)
    assert got.log_factor[0] == pytest.approx(4 / 6 * means[0] + 2 / 6 * overall)
    assert got.log_factor[2] == pytest.approx(1 / 3 * means[2] + 2 / 3 * overall)


def test_pair_without_overlap_gets_the_overall_factor_and_the_widest_sd() -> None:
    got = level(REFERENCE, OTHER, PAIR, 4, k=1.0)
    assert got.log_factor[3] == got.overall
    assert got.n.tolist() == [4, 2, 1, 0]
    assert got.log_sd[3] > got.log_sd[0]


def test_no_shrinkage_is_the_pair_mean() -> None:
    got = level(REFERENCE, OTHER, PAIR, 4, k=0.0)
    assert got.log_factor[1] == pytest.approx(np.log([0.5, 0.6]).mean())
    assert got.log_factor[3] == got.overall


def test_k_from_the_data_grows_with_noise() -> None:
    rng = np.random.default_rng(1)
    pair = np.repeat(np.arange(200), 5)
    truth = rng.normal(0, 0.5, 200)[pair]
    quiet = level(np.exp(truth + rng.normal(0, 0.1, 1000)), np.ones(1000), pair, 200)
    noisy = level(np.exp(truth + rng.normal(0, 1.0, 1000)), np.ones(1000), pair, 200)
    assert quiet.k == pytest.approx(0.04, rel=0.4)
    assert noisy.k == pytest.approx(4.0, rel=0.4)


def test_alike_pairs_all_get_the_overall_factor() -> None:
    got = level(np.full(4, 3.0), np.full(4, 1.5), np.array([0, 0, 1, 1]), 2)
    assert got.log_factor == pytest.approx(np.log([2.0, 2.0]))
    assert np.isfinite(got.log_sd).all()


def test_intervals_hold_new_values() -> None:
    rng = np.random.default_rng(2)
    pair = np.repeat(np.arange(400), 4)
    truth = rng.normal(0.3, 0.5, 400)
    seen = np.exp(truth[pair] + rng.normal(0, 0.3, 1600))
    got = level(seen, np.ones(1600), pair, 400)
    new = truth + rng.normal(0, 0.3, 400)
    held = np.abs(new - got.log_factor) < 1.645 * got.log_sd
    assert 0.86 < held.mean() < 0.94


def test_values_that_are_not_positive_carry_no_level() -> None:
    plain = level(REFERENCE, OTHER, PAIR, 3, k=1.0)
    more = level(
        np.append(REFERENCE, [0.0, 5.0, np.nan]),
        np.append(OTHER, [5.0, 0.0, 1.0]),
        np.append(PAIR, [0, 1, 2]),
        3,
        k=1.0,
    )
    assert np.array_equal(plain.log_factor, more.log_factor)


def test_nothing_to_level_on() -> None:
    with pytest.raises(BadInput, match="no positive value"):
        level(np.zeros(2), np.ones(2), np.array([0, 1]), 2)


@st.composite
def overlaps(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    n = draw(st.integers(2, 30))
    positive = st.floats(1e-3, 1e6)
    reference = draw(st.lists(positive, min_size=n, max_size=n))
    other = draw(st.lists(positive, min_size=n, max_size=n))
    pair = draw(st.lists(st.integers(0, 4), min_size=n, max_size=n))
    return np.array(reference), np.array(other), np.array(pair)


@settings(deadline=None)
@given(overlaps(), st.floats(1e-3, 1e3), st.floats(0.1, 10))
def test_scale_of_the_other_does_not_matter(
    data: tuple[np.ndarray, np.ndarray, np.ndarray], c: float, k: float
) -> None:
    reference, other, pair = data
    one = level(reference, other, pair, 5, k)
    two = level(reference, other * c, pair, 5, k)
    np.testing.assert_allclose(
        np.log(other) + one.log_factor[pair], np.log(other * c) + two.log_factor[pair], atol=1e-8
    )
    np.testing.assert_allclose(one.log_sd, two.log_sd, atol=1e-6)


@settings(deadline=None)
@given(overlaps(), st.randoms(use_true_random=False))
def test_order_does_not_matter(
    data: tuple[np.ndarray, np.ndarray, np.ndarray], random: object
) -> None:
    reference, other, pair = data
    order = np.random.default_rng(random.getrandbits(32)).permutation(len(pair))  # type: ignore[attr-defined]
    one = level(reference, other, pair, 5, 1.0)
    two = level(reference[order], other[order], pair[order], 5, 1.0)
    np.testing.assert_allclose(one.log_factor, two.log_factor, atol=1e-9)
    np.testing.assert_allclose(one.log_sd, two.log_sd, atol=1e-6)
