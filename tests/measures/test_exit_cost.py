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
    # 100 million both ways; of 500 and 125 million traded, of a GDP of 5,000 and 250 million
    row = {"a": 2, "b": 20, "year": 1990, "ab": 782, "ba": 782, "status_ab": 0, "status_ba": 0}
    sizes = [
        {"cow": cow, "year": 1990, "goods": round(1000 * np.log(goods)), "goods_sd": 10,
         "goods_status": 0, "gdp": round(1000 * np.log(gdp)), "gdp_sd": 10, "gdp_status": 0,
         "price": 1.8}
        for cow, goods, gdp in ((2, 500.0, 5000.0), (20, 125.0, 250.0))
    ]  # fmt: skip
    trade = pl.DataFrame([row | {"log_sd": 0, "source": 1}])
    found = MEASURE.compute(Frames({"trade": trade, "economies": pl.DataFrame(sizes)}), 1990, 1990)
    assert found.a.tolist() == [2, 20]
    expected = [0.02 * (1 - TAKEN_UP * 4), 0.4 * (1 - TAKEN_UP / 4)]
    assert found.value == pytest.approx(expected, rel=0.006)
    z = np.exp(1.6448536 * 0.1)
    low = 0.02 / z * (1 - TAKEN_UP * (1 - 0.2 / z) / (0.2 / z))
    assert found.lo[0] == pytest.approx(low, rel=0.01)
    high = 0.4 * z * (1 - TAKEN_UP * (1 - 0.8 * z) / (0.8 * z))
    assert found.hi[1] == pytest.approx(high, rel=0.01)
