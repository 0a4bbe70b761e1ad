"""Posterior correlation of a state's positions in two rows in sequence."""

import numpy as np
import pytest
from scipy.special import ndtr

from daylight.stats.ideal_points import FitOptions, filtered, fit
from daylight.stats.ideal_points.data import informative
from daylight.stats.ideal_points.inference.em import iterate
from daylight.stats.ideal_points.inference.lag import lag_correlation
from daylight.stats.ideal_points.inference.start import from_votes
from daylight.stats.ideal_points.model.layout import arrange
from daylight.stats.ideal_points.model.response import FLOOR

from .world import simulate

OPTIONS = FitOptions(anchors={0: 1}, grid_step=0.05)


@pytest.fixture(scope="module")
def votes():
    return simulate(2, states=20, periods=4, items=4).votes


def paths(layout, fit, rows, rng, count):
    """Draw paths from the prior and weigh them by the votes: no grid, no recursion."""
    theta = np.empty((len(rows), count))
    log_weight = np.zeros(count)
    for i, row in enumerate(rows):
        before, spread = (theta[i - 1], layout.clock[row]) if i else (0.0, OPTIONS.entry_sd**2)
        theta[i] = before + np.sqrt(spread) * rng.standard_normal(count)
        block = layout.blocks[layout.row_period[row]]
        chosen = block.cube[row - block.rows.start]
        b, c1, c2 = fit.items[block.items].T[:, :, None]
        yes, no = ndtr(c1 - b * theta[i]), ndtr(b * theta[i] - c2)
        each = np.stack([yes, 1 - yes - no, no], 1)
        said = (np.maximum(each, FLOOR) * chosen[:, :, None]).sum(1)[chosen.any(1)]
        log_weight += np.log(said).sum(0)
        back, w = fit.reversion, layout.weight[row]
        log_weight += w * (back.tilt * theta[i] - back.pull * theta[i] ** 2 / 2)
    return theta, np.exp(log_weight - log_weight.max())


@pytest.mark.parametrize("state", [2, 5, 9])
def test_against_brute_force(votes, state):
    layout = arrange(informative(votes), OPTIONS)
    result = iterate(layout, from_votes(layout), OPTIONS)
    rho = lag_correlation(layout, result)
    rows = np.flatnonzero(layout.row_state == state)
    theta, weight = paths(layout, result, rows, np.random.default_rng(1), 100_000)
    for i in range(1, len(rows)):
        sampled = np.cov(theta[i - 1 : i + 1], aweights=weight)
        wanted = sampled[0, 1] / np.sqrt(sampled[0, 0] * sampled[1, 1])
        assert rho[rows[i]] == pytest.approx(wanted, abs=0.015)
        assert result.moments.var[rows[i]] == pytest.approx(sampled[1, 1], rel=0.04)


def test_first_rows_and_filtered_ones_have_none(votes):
    points = fit(votes, OPTIONS)
    first = np.array([p == points.period[points.state == s].min() for s, p in
                      zip(points.state, points.period, strict=True)])  # fmt: skip
    assert (np.isnan(points.rho) == first).all()
    assert (np.abs(points.rho[~first]) < 1).all()
    assert np.isnan(filtered(votes, OPTIONS).rho).all()


def test_fewer_votes_tie_a_row_closer_to_the_one_before():
    points = fit(simulate(4, states=40, periods=6, items=30, thin={3: 2}).votes, OPTIONS)
    middle = {p: np.nanmedian(points.rho[points.period == p]) for p in (1948, 1949)}
    assert middle[1949] > 1.3 * middle[1948]


def test_a_longer_gap_unties():
    points = fit(simulate(4, states=40, periods=10, items=10).votes, OPTIONS)
    seen_in = set(zip(points.state.tolist(), points.period.tolist(), strict=True))
    gap = np.array(
        [(s, p - 1) not in seen_in for s, p in zip(points.state, points.period, strict=True)]
    )
    seen = ~np.isnan(points.rho)
    assert (gap & seen).any()
    assert np.median(points.rho[gap & seen]) < 0.8 * np.median(points.rho[~gap & seen])
