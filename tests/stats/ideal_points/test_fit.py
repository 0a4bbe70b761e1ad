"""Properties that any correct fit must have."""

import dataclasses

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import FitOptions, VoteData, fit
from daylight.stats.ideal_points.data import ABSTAIN

from .world import simulate

TIGHT = FitOptions(anchors={0: 1}, tolerance=1e-3)


@pytest.fixture(scope="module")
def world():
    return simulate(3, states=30, periods=6, items=20, thin={3: 2})


@pytest.fixture(scope="module")
def points(world):
    return fit(world.votes, TIGHT)


def flipped(votes):
    return VoteData(votes.state, votes.period, votes.item, 2 * ABSTAIN - votes.vote)


def truth(world, points):
    """Truth of each row on the pooled scale, turned like the estimate."""
    theta = world.theta[points.state, points.period - 1946]
    theta = (theta - theta.mean()) / theta.std()
    return theta * np.sign(np.corrcoef(theta, points.theta)[0, 1])


def test_finds_the_truth(world, points):
    assert points.diagnostics.converged
    assert np.corrcoef(truth(world, points), points.theta)[0, 1] > 0.93


def test_scale_is_pooled(points):
    second = points.theta**2 + points.sd**2
    assert abs(points.theta.mean()) < 1e-6
    assert 0.9 < points.theta.std() <= 1.0
    assert second.mean() == pytest.approx(1.0, abs=0.05)


def test_intervals_hold_the_estimate_and_match_the_sd(points):
    assert ((points.lo < points.theta) & (points.theta < points.hi)).all()
    width = (points.hi - points.lo) / (2 * 1.645 * points.sd)
    assert np.allclose(width, 1, atol=0.1)


def test_fewer_votes_wider_interval(points):
    thin = points.period == 1949
    assert np.median(points.sd[thin]) > 1.15 * np.median(points.sd[~thin])


def test_flipping_votes_flips_items_when_anchored(world, points):
    other = fit(flipped(world.votes), TIGHT)
    assert np.allclose(other.theta, points.theta, atol=0.01)
    assert np.allclose(other.items.discrimination, -points.items.discrimination, atol=0.03)


def test_flipping_votes_flips_the_sign_when_not_anchored(world):
    free = dataclasses.replace(TIGHT, anchors={})
    one, other = fit(world.votes, free), fit(flipped(world.votes), free)
    assert np.allclose(other.theta, -one.theta, atol=0.01)
    assert np.allclose(other.lo, -one.hi, atol=0.01)


def test_anchor_on_the_other_side_flips_the_sign(world, points):
    other = fit(world.votes, dataclasses.replace(TIGHT, anchors={0: -1}))
    assert np.allclose(other.theta, -points.theta)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**16))
def test_order_of_votes_and_names_of_items_do_not_matter(world, points, seed):
    rng = np.random.default_rng(seed)
    v = world.votes
    order = rng.permutation(len(v))
    names = rng.permutation(int(v.item.max()) + 1)
    other = fit(
        VoteData(v.state[order], v.period[order], names[v.item[order]], v.vote[order]), TIGHT
    )
    assert np.allclose(other.theta, points.theta, atol=1e-4)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**16), noise=st.floats(0.0, 1.5))
def test_start_does_not_matter(world, points, seed, noise):
    start = points.theta + noise * np.random.default_rng(seed).standard_normal(len(points))
    other = fit(world.votes, TIGHT, start=start)
    assert (np.abs(other.theta - points.theta) / points.sd).max() < 0.05


def test_mirrored_start_does_not_matter(world, points):
    other = fit(world.votes, TIGHT, start=-points.theta)
    assert (np.abs(other.theta - points.theta) / points.sd).max() < 0.05


def test_periods_may_skip(world, points):
    v = world.votes
    later = VoteData(v.state, np.where(v.period > 1949, v.period + 3, v.period), v.item, v.vote)
    gap = fit(later, TIGHT)
    assert gap.diagnostics.periods == points.diagnostics.periods
    assert np.corrcoef(gap.theta, points.theta)[0, 1] > 0.99


def test_period_with_one_roll_call():
    world = simulate(5, states=30, periods=4, items=15, thin={2: 1})
    result = fit(world.votes, TIGHT)
    thin = result.period == 1948
    assert np.median(result.sd[thin]) > np.median(result.sd[~thin])
    assert np.isfinite(result.theta).all()


def test_state_without_an_informative_vote_is_named(world):
    v = world.votes
    extra = VoteData(
        np.append(v.state, [99, 0]),
        np.append(v.period, [1946, 1946]),
        np.append(v.item, [10**6, 10**6]),
        np.append(v.vote, [1, 1]),
    )
    result = fit(extra, TIGHT)
    assert result.diagnostics.uninformed == (99,)
    assert not (result.state == 99).any()


def test_state_with_one_vote_is_wide(world):
    v = world.votes
    item = v.item[v.period == 1947][0]
    extra = VoteData(
        np.append(v.state, 99),
        np.append(v.period, 1947),
        np.append(v.item, item),
        np.append(v.vote, 3),
    )
    result = fit(extra, TIGHT)
    lonely = result.of(99)
    assert lonely.n_votes.tolist() == [1]
    assert lonely.sd[0] > 0.7


def test_string_labels_give_the_same(world, points):
    v = world.votes
    named = VoteData(
        np.array([f"S{s:03d}" for s in v.state]),
        v.period,
        np.array([f"i{j:05d}" for j in v.item]),
        v.vote,
    )
    other = fit(named, dataclasses.replace(TIGHT, anchors={"S000": 1}))
    assert np.allclose(other.theta, points.theta, atol=1e-6)


def test_inputs_are_not_changed(world):
    before = world.votes.vote.copy()
    fit(world.votes, TIGHT)
    assert (before == world.votes.vote).all()


def test_item_uncertainty_only_widens(world, points):
    known = fit(world.votes, dataclasses.replace(TIGHT, item_uncertainty=False))
    assert np.allclose(known.theta, points.theta)
    assert (points.sd >= known.sd - 1e-12).all()
    assert np.median(points.sd / known.sd) > 1.01


def test_stops_at_the_limit_and_says_so(world):
    result = fit(world.votes, dataclasses.replace(TIGHT, max_iterations=3))
    assert not result.diagnostics.converged
    assert result.diagnostics.iterations == 3


def test_small_moves_make_the_grid_finer():
    """A step of the grid must not stand in for the step of a walk."""
    votes = simulate(6, states=20, periods=6, items=12).votes
    slow, slower = (fit(votes, FitOptions(anchors={0: 1}, innovation=v)) for v in (0.01, 0.002))
    assert slower.diagnostics.grid_step < slow.diagnostics.grid_step
    assert np.median(slower.sd) < np.median(slow.sd)


@pytest.mark.parametrize("bad", [np.zeros(3), np.full(1, np.nan)])
def test_a_start_that_does_not_fit_is_refused(world, points, bad):
    with pytest.raises(BadInput, match="finite positions"):
        fit(world.votes, TIGHT, bad if len(bad) > 1 else np.full(len(points), np.nan))
