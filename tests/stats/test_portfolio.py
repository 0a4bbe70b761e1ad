"""Portfolio similarity: Signorino and Ritter's worked example, and what must always hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import kendalltau

from daylight.core.errors import BadInput
from daylight.stats.portfolio import (
    DISTANCES,
    corrected,
    joint_shares,
    s_score,
    similarity,
    tau_b,
)
from daylight.stats.sums import GRID

EXACT = 1e-12
PUBLISHED = 0.005
"""Half a unit of the second decimal, to which Table 6 is printed."""

GERMANY, RUSSIA = 0, 1
# Germany's and Russia's commitments in 1914, and the 20 states' weights: Signorino &
# Ritter 1999, ISQ 43:115-144, Table 6.
GERMAN = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3] + [0] * 8
RUSSIAN = [0, 3, 1, 3, 0, 1] + [0] * 14
WEIGHTS = [25, 21, 20, 8, 8, 5, 3, 3, 2, 1, 1, 1, 1, 1] + [0] * 6


@pytest.fixture
def europe() -> NDArray[np.int64]:
    commitments = np.zeros((20, 20), int)
    commitments[GERMANY], commitments[RUSSIA] = GERMAN, RUSSIAN
    return commitments


def test_published_table_6(europe: NDArray[np.int64]) -> None:
    result = similarity(europe, weights=np.array(WEIGHTS) / 100)
    assert result.s_weighted is not None
    assert result.s[0, 1] == pytest.approx(0.40, abs=PUBLISHED)
    assert result.s_weighted[0, 1] == pytest.approx(-0.46, abs=PUBLISHED)
    assert tau_b(joint_shares(europe))[0, 1] == pytest.approx(0.0303, abs=5e-5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("s", 0.4),
        ("s_squared", 4 / 9),
        ("s_weighted", -0.46),
        # 1 - 0.277778 / 0.257778 by hand: the cells of the 4 x 4 table.
        ("kappa", -0.0775862068965516),
        ("pi", -0.0869565217391304),
        ("kappa_binary", 0.0625),
        ("pi_binary", 0.0625),
    ],
)
def test_worked_example_exactly(europe: NDArray[np.int64], name: str, value: float) -> None:
    result = similarity(europe, weights=np.array(WEIGHTS) / 100)
    assert getattr(result, name)[0, 1] == pytest.approx(value, abs=EXACT)


def test_nominal_kappa_and_tau_b(europe: NDArray[np.int64]) -> None:
    shares = joint_shares(europe)
    assert corrected(shares, "nominal")[0, 1] == pytest.approx(-0.0294, abs=5e-5)
    assert tau_b(shares)[0, 1] == pytest.approx(kendalltau(GERMAN, RUSSIAN).statistic, abs=EXACT)


def test_the_self_tie_moves_s(europe: NDArray[np.int64]) -> None:
    dropped = joint_shares(europe, "drop")
    assert s_score(dropped)[0, 1] == pytest.approx(5 / 9, abs=EXACT)
    assert similarity(europe, 0).s[0, 1] == pytest.approx(0.6, abs=EXACT)


@st.composite
def systems(draw: st.DrawFn) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    n = draw(st.integers(2, 9))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    filled = rng.random((n, n)) < draw(st.floats(0, 1))
    weights = rng.random(n) * (rng.random(n) < 0.7)
    weights[0] += 0.01
    return rng.integers(0, 4, (n, n)) * filled, weights / weights.sum()


def _plain_s(x: NDArray[np.int64], y: NDArray[np.int64], w: NDArray[np.float64]) -> float:
    return float(1 - 2 * (w * np.abs(x - y) / 3).sum() / w.sum())


@given(systems(), st.sampled_from(["max", "drop", 0, 2]))
@settings(max_examples=60, deadline=None)
def test_s_is_the_plain_loop(
    system: tuple[NDArray[np.int64], NDArray[np.float64]], own: object
) -> None:
    commitments, weights = system
    own_value = {"max": 3, "drop": 0}.get(own, own)  # type: ignore[call-overload]
    filled = commitments.copy()
    np.fill_diagonal(filled, own_value)
    ours = s_score(joint_shares(commitments, own, weights))  # type: ignore[arg-type]
    for i in range(len(filled)):
        for j in range(len(filled)):
            keep = np.ones(len(filled), bool)
            if own == "drop":
                keep[[i, j]] = False
            if weights[keep].sum() > 0:
                plain = _plain_s(filled[i, keep], filled[j, keep], weights[keep])
                assert ours[i, j] == pytest.approx(plain, abs=1e-9)
            else:
                assert np.isnan(ours[i, j])


@given(systems())
@settings(max_examples=60, deadline=None)
def test_symmetry_bounds_and_the_diagonal(
    system: tuple[NDArray[np.int64], NDArray[np.float64]],
) -> None:
    commitments, weights = system
    result = similarity(commitments, weights=weights)
    for name in type(result).__slots__:
        matrix = getattr(result, name)
        # Weights stand on a grid, so that those of n states may miss one by n halves of a step.
        loose = 1e-12 + (len(weights) * GRID if name == "s_weighted" else 0)
        np.testing.assert_allclose(matrix, matrix.T, atol=1e-12)
        known = matrix[~np.isnan(matrix)]
        assert (known <= 1 + loose).all(), name
        assert name.startswith(("kappa", "pi")) or (known >= -1 - loose).all(), name
        itself = np.diag(matrix)
        np.testing.assert_allclose(itself[~np.isnan(itself)], 1, atol=1e-12)
    both = ~np.isnan(result.kappa) & ~np.isnan(result.pi)
    assert (result.pi[both] <= result.kappa[both] + 1e-12).all()


@given(systems(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_of_states_does_not_matter(
    system: tuple[NDArray[np.int64], NDArray[np.float64]], random: object
) -> None:
    commitments, weights = system
    order = list(range(len(weights)))
    random.shuffle(order)  # type: ignore[attr-defined]
    first = similarity(commitments, weights=weights)
    second = similarity(commitments[np.ix_(order, order)], weights=weights[order])
    for name in type(first).__slots__:
        np.testing.assert_allclose(
            getattr(first, name)[np.ix_(order, order)], getattr(second, name), atol=1e-9
        )


@given(systems())
@settings(max_examples=30, deadline=None)
def test_tau_b_is_that_of_scipy(system: tuple[NDArray[np.int64], NDArray[np.float64]]) -> None:
    commitments, _ = system
    filled = commitments.copy()
    np.fill_diagonal(filled, 3)
    ours = tau_b(joint_shares(commitments))
    theirs = kendalltau(filled[0], filled[1]).statistic
    np.testing.assert_allclose(ours[0, 1], theirs, atol=1e-9)


def test_identical_portfolios_give_one() -> None:
    commitments = np.array([[3, 3, 1, 0], [3, 3, 1, 0], [0, 0, 3, 2], [1, 1, 0, 3]])
    result = similarity(commitments, weights=np.full(4, 0.25))
    for name in type(result).__slots__:
        assert getattr(result, name)[0, 1] == pytest.approx(1, abs=EXACT), name


def test_undefined_is_nan_not_zero() -> None:
    everyone = similarity(np.full((3, 3), 3))
    assert np.isnan(everyone.kappa).all()
    assert np.isnan(everyone.pi_binary).all()
    assert everyone.s == pytest.approx(np.ones((3, 3)))
    assert np.isnan(joint_shares(np.zeros((2, 2), int), "drop")[0, 1]).all()


@pytest.mark.parametrize("distance", DISTANCES)
def test_distances_are_at_most_one(distance: str) -> None:
    far = np.zeros((2, 2), int)
    shares = joint_shares(far, 3)
    assert s_score(shares, distance)[0, 1] == pytest.approx(-1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("commitments", "own", "weights"),
    [
        (np.zeros((2, 3), int), "max", None),
        (np.array([[0, 4], [0, 0]]), "max", None),
        (np.array([[0, -1], [0, 0]]), "max", None),
        (np.zeros((2, 2)), "max", None),
        (np.zeros((2, 2), int), "full", None),
        (np.zeros((2, 2), int), 7, None),
        (np.zeros((2, 2), int), "max", np.ones(3) / 3),
        (np.zeros((2, 2), int), "max", np.array([0.5, 0.6])),
        (np.zeros((2, 2), int), "max", np.array([1.0, np.nan])),
        (np.zeros((2, 2), int), "max", np.array([1.5, -0.5])),
    ],
)
def test_bad_input_is_refused(commitments: object, own: object, weights: object) -> None:
    with pytest.raises(BadInput):
        joint_shares(commitments, own, weights)  # type: ignore[arg-type]


def test_the_input_is_left_alone(europe: NDArray[np.int64]) -> None:
    before = europe.copy()
    similarity(europe)
    assert (europe == before).all()
