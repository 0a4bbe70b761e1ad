"""Quantiles of Student's t against SciPy."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import stdtrit

from daylight.stats.student import EXACT, t_quantile


@pytest.mark.parametrize("p", [0.75, 0.9, 0.95, 0.975])
def test_they_are_those_of_scipy(p: float) -> None:
    n = np.array([*range(1, 200), 500, 1_000, 10_000, 1_000_000], dtype=float)
    assert t_quantile(n, p) == pytest.approx(stdtrit(n, p), rel=3e-8)


def test_they_fall_with_the_degrees_of_freedom_also_where_the_way_changes() -> None:
    values = t_quantile(np.arange(1.0, 3 * EXACT), 0.95)
    assert (np.diff(values) < 0).all()


def test_without_a_degree_of_freedom_there_is_none() -> None:
    assert np.isnan(t_quantile(np.array([0.0]), 0.95)).all()
