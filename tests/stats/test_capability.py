"""CINC: the published formula, and what it does with missing components."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.stats.capability import COMPONENTS, cinc, renormalise

NAN = float("nan")


def test_mean_of_shares() -> None:
    components = np.array([[3.0] * 6, [1.0] * 6])
    assert cinc(components) == pytest.approx([0.75, 0.25])


def test_missing_adds_nothing_to_the_total_and_leaves_the_mean() -> None:
    components = np.array([[NAN, 1, 1, 1, 1, 1], [2.0, 1, 1, 1, 1, 1]])
    # Second state: 1 of milex, half of the other five; first: half of its five.
    assert cinc(components) == pytest.approx([0.5, 3.5 / 6])
    assert cinc(components).sum() > 1


def test_nothing_known_is_missing_and_zero_is_not() -> None:
    components = np.array([[NAN] * 6, [0.0] * 6, [1.0] * 6])
    values = cinc(components)
    assert np.isnan(values[0])
    assert values[1:] == pytest.approx([0, 1])


def test_a_component_that_nobody_has_is_left_out() -> None:
    components = np.array([[0.0, 1, 1, 1, 1, 1], [0.0, 1, 1, 1, 1, 1]])
    assert cinc(components) == pytest.approx([0.5, 0.5])


def test_renormalise() -> None:
    assert renormalise(np.array([0.6, NAN, 0.6])) == pytest.approx([0.5, NAN, 0.5], nan_ok=True)
    assert np.isnan(renormalise(np.array([NAN, NAN]))).all()
    assert np.isnan(renormalise(np.zeros(2))).all()


@given(st.integers(0, 2**32 - 1), st.integers(1, 20))
def test_shares_add_up_whatever_the_units(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    components = rng.random((n, len(COMPONENTS))) + 0.01
    assert cinc(components).sum() == pytest.approx(1)
    scaled = components * rng.uniform(0.1, 1e6, len(COMPONENTS))
    assert cinc(scaled) == pytest.approx(cinc(components))
