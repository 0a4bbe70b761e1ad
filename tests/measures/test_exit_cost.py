"""Exit cost: by hand, its bounds, and how it moves with concentration."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.measures.exit_cost import MEASURE, TAKEN_UP, exit_cost
from daylight.tables.world import Frames

FRACTION = st.floats(0.001, 1.0)


def cost(dependence: float, share: float) -> float:
    return float(exit_cost(np.array([dependence]), np.array([share]))[0])


@pytest.mark.parametrize(
    ("dependence", "share", "expected"),
    [
        (0.5, 1.0, 0.5),  # the only partner: all is lost
        (0.4, 0.5, 0.36),  # the others trade 0.4 too and take up 0.04
        (0.1, 1 / 11, 0.0),  # the others trade ten times as much
        (0.05, 0.05, 0.0),
        (0.0, 0.0, 0.0),
    ],
)
def test_by_hand(dependence: float, share: float, expected: float) -> None:
    assert cost(dependence, share) == pytest.approx(expected, abs=1e-12)


def test_unknown_stays_unknown() -> None:
    assert np.isnan(cost(float("nan"), 0.5))
    assert np.isnan(cost(0.5, float("nan")))


@given(FRACTION, FRACTION)
def test_it_lies_between_nothing_and_dependence(dependence: float, share: float) -> None:
    assert 0.0 <= cost(dependence, share) <= dependence


@given(FRACTION, FRACTION, FRACTION)
def test_it_grows_with_concentration(dependence: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert cost(dependence, low) <= cost(dependence, high) + 1e-12


def test_both_directions_and_the_interval_from_both_errors() -> None:
    row = {"a": 2, "b": 20, "year": 1990, "dependence_ab": 0.02, "dependence_ba": 0.4}
    row |= {"share_ab": 0.2, "share_ba": 0.8, "log_sd_ab": 0.1, "log_sd_ba": 0.1}
    found = MEASURE.compute(
        Frames({"trade": pl.DataFrame([row | {"log_sd_share": 0.1}])}), 1990, 1990
    )
    assert found.a.tolist() == [2, 20]
    assert found.value == pytest.approx([0.02 * (1 - TAKEN_UP * 4), 0.4 * (1 - TAKEN_UP / 4)])
    z = np.exp(1.6448536 * 0.1)
    expected = 0.02 / z * (1 - TAKEN_UP * (1 - 0.2 / z) / (0.2 / z))
    assert found.lo[0] == pytest.approx(expected, rel=1e-6)
    assert found.hi[1] == pytest.approx(
        0.4 * z * (1 - TAKEN_UP * (1 - 0.8 * z) / (0.8 * z)), rel=1e-6
    )
