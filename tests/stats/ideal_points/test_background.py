"""Scales of one issue: what a correct one must do, on votes with known positions."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.stats.gaps import Interval, change, distance
from daylight.stats.ideal_points import (
    Background,
    FitOptions,
    VoteData,
    filtered,
    fit,
)
from daylight.stats.ideal_points.model.background import metric, standardised

from .issue_world import simulate_issues

FREE = FitOptions(anchors={})
UN = {"states": 120, "periods": 12, "items": 60, "on_issue": (15, 10), "thin": {4: 2}}


def behind(points):
    return Background(points.state, points.period, points.theta)


def on(world, issue):
    return world.votes.where(world.issue == issue)


@pytest.fixture(scope="module")
def world():
    return simulate_issues(3, states=40, periods=6)


@pytest.fixture(scope="module")
def common(world):
    return fit(world.votes, FREE)


@pytest.fixture(scope="module")
def points(world, common):
    return fit(on(world, 1), FREE, background=behind(common))


def truth(world, points, issue, common):
    """True positions on the metric of the common ones, in their direction."""
    place = world.place[:, points.state, points.period - 1946]
    mean, sd = metric(behind(common).at(points.state, points.period))
    all_true = world.place[0, common.state, common.period - 1946]
    turn = np.sign(np.corrcoef(all_true, common.theta)[0, 1])
    return mean + sd * turn * (place[issue] - place[issue].mean()) / place[issue].std()


def test_finds_the_truth_on_the_issue(world, common, points):
    assert points.diagnostics.converged
    true, other = (truth(world, points, k, common) for k in (1, 0))
    own, across = (np.corrcoef(x, points.theta)[0, 1] for x in (true, other))
    assert own > 0.93
    assert own > across + 0.02


def test_the_scale_has_the_mean_and_sd_of_the_common_one(common, points):
    mean, sd = metric(behind(common).at(points.state, points.period))
    total = np.sqrt((points.sd**2).mean() + points.theta.var())
    assert points.theta.mean() == pytest.approx(mean, abs=0.03)
    assert total == pytest.approx(sd, rel=0.04)


def test_items_are_on_the_same_scale_as_positions(world, common, points):
    """Log likelihood of the votes at items and positions, against the other way of scaling."""
    votes = on(world, 1)
    row = {key: k for k, key in enumerate(zip(points.state, points.period, strict=True))}
    item = {j: k for k, j in enumerate(points.items.item)}
    at = np.array([row[key] for key in zip(votes.state, votes.period, strict=True)])
    j = np.array([item.get(i, -1) for i in votes.item])
    keep, vote = j >= 0, votes.vote
    line = points.items.discrimination[j] * points.theta[at]
    says = np.where(
        line < points.items.cut_yes[j], 1, np.where(line > points.items.cut_no[j], 3, 2)
    )
    assert (says == vote)[keep].mean() > 0.6
    shifted = np.where(line + 1 < points.items.cut_yes[j], 1, 3)
    assert (says == vote)[keep].mean() > (shifted == vote)[keep].mean() + 0.05


def test_without_votes_to_speak_of_a_state_stands_near_its_background(world, common):
    votes = on(world, 1)
    alone = (votes.state == 7) & (votes.period == 1948)
    one = np.flatnonzero(alone)[:1]
    keep = ~alone
    keep[one] = True
    points = fit(votes.where(keep), FREE, background=behind(common))
    row = (points.state == 7) & (points.period == 1948)
    assert row.sum() == 1, "the vote that is left divides others too"
    elsewhere = behind(common).at(points.state[row], points.period[row])
    width = points.hi[row] - points.lo[row]
    others = (points.state == 7) & ~row
    assert width > 1.2 * np.median(points.hi[others] - points.lo[others])
    assert abs(points.theta[row] - elsewhere) < 2.0


def test_the_direction_is_that_of_the_background(world, common, points):
    turned = dataclasses.replace(common, theta=-common.theta)
    other = fit(on(world, 1), FREE, background=behind(turned))
    assert np.allclose(other.theta, -points.theta, atol=1e-6)
    assert np.allclose(other.lo, -points.hi, atol=1e-6)


def test_order_of_votes_and_names_of_items_do_not_matter(world, common, points):
    rng = np.random.default_rng(1)
    v = on(world, 1)
    order, names = rng.permutation(len(v)), rng.permutation(int(v.item.max()) + 1)
    votes = VoteData(v.state[order], v.period[order], names[v.item[order]], v.vote[order])
    other = fit(votes, FREE, background=behind(common))
    assert np.allclose(other.theta, points.theta, atol=0.02)
    assert np.allclose(other.hi, points.hi, atol=0.03)


def test_rows_without_a_background_are_estimated_all_the_same(world, common):
    known = common.state != 5
    some = Background(common.state[known], common.period[known], common.theta[known])
    points = fit(on(world, 1), FREE, background=some)
    assert np.isfinite(points.theta[points.state == 5]).all()
    assert (points.state == 5).any()


def test_filtered_scales_use_no_later_vote_nor_background(world):
    options = FitOptions(anchors={}, background_sd=1.0)
    past = filtered(world.votes, FREE)
    whole = filtered(on(world, 1), options, background=behind(past))
    until = past.period <= 1949
    early = Background(past.state[until], past.period[until], past.theta[until])
    part = filtered(on(world, 1).until(1949), options, background=early)
    same = whole.period <= 1949
    assert same.sum() == len(part) > 0
    assert np.allclose(whole.theta[same], part.theta, atol=1e-9)
    assert np.allclose(whole.sd[same], part.sd, atol=1e-9)


def test_misuse_is_told(world, common):
    far = Background(common.state + 10_000, common.period, common.theta)
    with pytest.raises(BadInput, match="no two positions apart"):
        fit(on(world, 1), FREE, background=far)
    with pytest.raises(BadInput, match="twice in one period"):
        Background(np.array([1, 1]), np.array([5, 5]), np.array([0.0, 1.0]))
    with pytest.raises(BadInput, match="finite"):
        Background(np.array([1, 2]), np.array([5, 5]), np.array([0.0, np.nan]))
    with pytest.raises(BadInput, match="one length"):
        Background(np.array([1, 2]), np.array([5, 5]), np.array([0.0]))


@settings(deadline=None)
@given(
    st.lists(st.floats(-5, 5, width=16), min_size=3, max_size=30).filter(
        lambda x: max(x) - min(x) > 0.01
    ),
    st.floats(0.1, 10),
    st.floats(-10, 10),
)
def test_a_background_counts_only_up_to_shift_and_stretch(theta, unit, shift):
    x = np.array(theta)
    assert np.allclose(standardised(shift + unit * x), standardised(x), atol=1e-6)


@pytest.fixture(scope="module")
def many():
    """Worlds like the UN, each with the scales of both issues."""
    out = []
    for seed in range(5):
        world = simulate_issues(100 + seed, **UN)
        common = fit(world.votes, FREE)
        points = [fit(on(world, k), FREE, background=behind(common)) for k in (1, 2)]
        out.append((world, common, points))
    return out


@pytest.mark.slow
def test_intervals_hold_the_truth_as_often_as_they_say(many):
    inside, thin = [], []
    for world, common, issues in many:
        for issue, points in enumerate(issues, 1):
            true = truth(world, points, issue, common)
            inside.append((points.lo <= true) & (true <= points.hi))
            thin.append(inside[-1][points.period == 1950])
    assert 0.88 < np.concatenate(inside).mean() < 0.95
    assert 0.83 < np.concatenate(thin).mean() < 0.97


def pairs(points, true, period, rng, n=300):
    """Intervals and truths of pairs drawn from one period; None where a state has no row."""
    row = {int(s): k for k, s in enumerate(points.state) if points.period[k] == period}
    first, second = rng.permuted(np.tile(np.arange(120), (n, 1)), axis=1)[:, :2].T
    keep = np.array([a in row and b in row for a, b in zip(first, second, strict=True)])
    ends = [np.array([row[s] if k else 0 for s, k in zip(x, keep, strict=True)])
            for x in (first, second)]  # fmt: skip
    intervals = tuple(Interval(points.theta[k], points.lo[k], points.hi[k]) for k in ends)
    return intervals, np.abs(true[ends[0]] - true[ends[1]]), keep


@pytest.mark.slow
def test_gaps_and_their_differences_are_covered(many):
    gaps, across, over = [], [], []
    for seed, (world, common, issues) in enumerate(many):

        def draw(k, period, world=world, common=common, issues=issues, seed=seed):
            true = truth(world, issues[k], k + 1, common)
            return pairs(issues[k], true, period, np.random.default_rng(seed))

        (one, gap_one, a), (two, gap_two, b) = draw(0, 1953), draw(1, 1953)
        then, gap_then, c = draw(0, 1949)
        result = distance(*one)
        gaps.append(((result.lo <= gap_one) & (gap_one <= result.hi))[a])
        for kept, other, gap, both in (
            (across, two, gap_two, a & b),
            (over, then, gap_then, a & c),
        ):
            result = change(one, other)
            kept.append(((result.lo <= gap_one - gap) & (gap_one - gap <= result.hi))[both])
    assert 0.87 < np.concatenate(gaps).mean() < 0.97
    assert 0.87 < np.concatenate(across).mean() < 0.97
    assert 0.87 < np.concatenate(over).mean() < 0.99
