"""Curves on a coarse grid instead of a fine one."""

import numpy as np
import pytest

from daylight.stats.ideal_points import FitOptions, fit
from daylight.stats.ideal_points.model.coarse_grid import CoarseGrid, coarse_grid
from daylight.stats.ideal_points.model.response import curves

from .world import simulate

FINE = np.arange(-200, 201) * 0.03


@pytest.mark.parametrize("b", [0.2, 1.0, -2.5, 4.0])
def test_logs_of_curves_are_interpolated(b):
    """Yes, abstain and no, wherever the answer has a chance of one in a thousand or more."""
    item, at = np.array([[b, -0.4, 0.6]]), coarse_grid(FINE)
    exact = np.log(curves(item, FINE).p[0])
    got = at.interpolated(np.log(curves(item, at.points).p[0]))
    assert np.abs(got - exact)[exact > np.log(1e-3)].max() < 2e-3


def test_a_fit_is_the_same_with_curves_on_the_whole_grid(monkeypatch):
    votes = simulate(2, states=20, periods=2, items=100, discrimination=2.0).votes
    fine = FitOptions(grid_step=0.05, tolerance=1e-3)
    one = fit(votes, fine)
    monkeypatch.setattr(
        "daylight.stats.ideal_points.model.states.coarse_grid", lambda grid: CoarseGrid(grid, None)
    )
    two = fit(votes, fine)
    assert one.diagnostics.grid_step < 0.1
    assert np.abs((one.theta - two.theta) / two.sd).max() < 1e-3


def test_gathering_is_the_other_side_of_interpolating():
    rng, at = np.random.default_rng(0), coarse_grid(FINE)
    value, mass = rng.normal(size=(4, len(at.points))), rng.random((4, len(FINE)))
    on_grid = (at.interpolated(value) * mass).sum(1)
    assert (value * at.gathered(mass)).sum(1) == pytest.approx(on_grid)
    assert at.gathered(mass).sum(1) == pytest.approx(mass.sum(1))


def test_a_grid_that_is_coarse_stays_as_it_is():
    grid = np.arange(-30, 31) * 0.2
    at, mass = coarse_grid(grid), np.ones((1, 61))
    assert np.array_equal(at.points, grid)
    assert at.gathered(mass) is mass


def test_the_coarse_points_do_not_grow_with_the_grid():
    assert 0.1 < np.diff(coarse_grid(FINE).points).max() <= 0.15 + 1e-9
    assert len(coarse_grid(FINE).points) == len(coarse_grid(np.arange(-400, 401) * 0.015).points)
