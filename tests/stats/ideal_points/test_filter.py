"""One-sided estimates use no later vote."""

import numpy as np
import pytest

from daylight.stats.ideal_points import FitOptions, filtered, fit

from .world import simulate

OPTIONS = FitOptions(anchors={0: 1})


@pytest.fixture(scope="module")
def world():
    return simulate(11, states=30, periods=6, items=20, bridged=0.2)


def test_later_votes_change_nothing(world):
    full = filtered(world.votes, OPTIONS)
    # cut within what is informative to both runs: an item of 1948 whose only divided vote is
    # later would be kept by the full run alone
    early = filtered(world.votes.until(1948), OPTIONS)
    same = full.period <= 1948
    assert same.sum() == len(early)
    turn = np.sign(np.corrcoef(full.theta[same], early.theta)[0, 1])
    assert np.allclose(turn * full.theta[same], early.theta, atol=1e-9)
    assert np.allclose(full.sd[same], early.sd, atol=1e-9)


def test_agrees_with_the_smoothed_within_a_period(world):
    one, both = filtered(world.votes, OPTIONS), fit(world.votes, OPTIONS)
    for period in np.unique(one.period):
        k = one.period == period
        assert np.corrcoef(one.theta[k], both.theta[k])[0, 1] > 0.95


def test_is_wider_than_the_smoothed(world):
    one, both = filtered(world.votes, OPTIONS), fit(world.votes, OPTIONS)
    assert np.median(one.sd / both.sd) > 1.03


def test_scale_is_chained_without_drift(world):
    result = filtered(world.votes, OPTIONS)
    spreads = [result.theta[result.period == p].std() for p in np.unique(result.period)]
    assert min(spreads) > 0.75
    assert max(spreads) < 1.25
