"""Distances of ideal points and their intervals."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.measures import measure
from daylight.measures.positions import gap
from daylight.tables.world import Frames


def one(a: float, b: float, wide_a: float, wide_b: float) -> tuple[float, float, float]:
    point, lo, hi = (
        (np.array([a + s * wide_a]), np.array([b + s * wide_b])) for s in (0.0, -1.0, 1.0)
    )
    value, low, high = gap(point, lo, hi)
    return float(value[0]), float(low[0]), float(high[0])


def test_far_apart_the_interval_is_that_of_a_difference() -> None:
    assert one(2.0, -1.0, 0.3, 0.4) == pytest.approx((3.0, 2.5, 3.5))
    assert one(-1.0, 2.0, 0.4, 0.3) == pytest.approx((3.0, 2.5, 3.5))


def test_where_the_order_is_in_doubt_the_lower_end_is_zero() -> None:
    assert one(0.1, 0.0, 0.3, 0.4) == pytest.approx((0.1, 0.0, 0.6))
    assert one(0.0, 0.0, 0.3, 0.4) == pytest.approx((0.0, 0.0, 0.5))


def test_it_covers_a_true_distance_at_least_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    for truth in (0.0, 0.1, 0.3, 1.0):
        d = truth + 0.3 * rng.normal(size=20_000)
        zero, wide = np.zeros_like(d), np.full_like(d, 1.645 * 0.3)
        _, low, high = gap((d, zero), (d - wide, zero), (d + wide, zero))
        inside = ((low <= truth) & (truth <= high)).mean()
        assert inside > 0.893


def test_both_kinds_are_there_and_differ(world: Frames) -> None:
    smoothed = measure("ideal_point_gap").compute(world, 1990, 1990)
    filtered = measure("ideal_point_gap_filtered").compute(world, 1990, 1990)
    assert smoothed.a.tolist() == filtered.a.tolist()
    assert (smoothed.a < smoothed.b).all()
    assert not np.allclose(smoothed.value, filtered.value)
