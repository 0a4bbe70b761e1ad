"""Scales by issue: what a correct one must do, on votes with known positions."""

import dataclasses

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import (
    FitOptions,
    Interval,
    VoteData,
    change,
    distance,
    fit,
    issue_filtered,
    issue_scale,
    sampled,
)

from .issue_world import simulate_issues

pytestmark = pytest.mark.slow

FREE = FitOptions(anchors={})
ANCHORED = FitOptions(anchors={0: 1})
UN = {"states": 120, "periods": 12, "items": 60, "on_issue": (15, 10), "thin": {4: 2}}


@pytest.fixture(scope="module")
def world():
    return simulate_issues(3)


@pytest.fixture(scope="module")
def common(world):
    return fit(world.votes, ANCHORED)


@pytest.fixture(scope="module")
def scale(world, common):
    return issue_scale(world.votes, world.issue == 1, common, ANCHORED)


def truth(world, points, issue, turn=1):
    return turn * world.place[issue, points.state, points.period - 1946]


def turned(world, scale):
    """Sign that takes the truth to the estimates."""
    return np.sign(np.corrcoef(truth(world, scale.others, 0), scale.others.theta)[0, 1])


def inside(points, true):
    return (points.lo <= true) & (true <= points.hi)


def test_finds_the_truth_on_the_issue_and_off_it(world, scale):
    turn = turned(world, scale)
    assert scale.converged
    for points, issue in ((scale.points, 1), (scale.others, 0)):
        other = 1 - issue
        own = np.corrcoef(truth(world, points, issue), points.theta)[0, 1]
        across = np.corrcoef(truth(world, points, other), points.theta)[0, 1]
        assert turn * own > 0.93
        assert turn * own > turn * across + 0.02


def test_the_scale_of_the_issue_is_tied_to_the_common_one(world, scale):
    assert scale.slope == pytest.approx(1.0, abs=0.02)
    true = truth(world, scale.points, 1, turned(world, scale))
    assert np.polyfit(scale.points.theta, true, 1)[0] == pytest.approx(1.0, abs=0.12)
    assert 0 < scale.stretch_sd < 0.1


def test_every_row_has_votes_on_the_issue_and_its_interval(world, scale):
    points = scale.points
    on = world.issue == 1
    cast = set(zip(world.votes.state[on].tolist(), world.votes.period[on].tolist(), strict=True))
    assert set(zip(points.state.tolist(), points.period.tolist(), strict=True)) <= cast
    assert (points.n_votes > 0).all()
    assert ((points.lo < points.theta) & (points.theta < points.hi)).all()
    width = (points.hi - points.lo) / (2 * 1.645 * points.sd)
    assert np.allclose(width, 1, atol=0.12)


def test_each_vote_is_counted_on_one_side(world, common, scale):
    votes = sum(int(points.n_votes.sum()) for points in (scale.points, scale.others))
    assert votes == common.diagnostics.votes


def test_a_period_without_votes_on_the_issue_has_no_row(world):
    keep = ~((world.votes.period == 1950) & (world.issue == 1))
    votes, on = world.votes.where(keep), world.issue[keep] == 1
    scale = issue_scale(votes, on, fit(votes, FREE), FREE)
    assert 1950 not in scale.points.period
    assert 1950 in scale.others.period


def test_fewer_votes_wider_interval():
    world = simulate_issues(4, thin={5: 1}, rho=0.6)
    scale = issue_scale(world.votes, world.issue == 1, fit(world.votes, FREE), FREE)
    few = scale.points.period == 1951
    assert (scale.points.n_votes[few] < 10).all()
    assert np.median(scale.points.sd[few]) > 1.15 * np.median(scale.points.sd[~few])


def test_without_an_issue_effect_the_scale_is_the_common_one():
    world = simulate_issues(5, tau=1e-6)
    scale = issue_scale(world.votes, world.issue == 1, fit(world.votes, FREE), FREE)
    assert scale.tau < 0.2
    both = np.isin(
        scale.others.state * 1e5 + scale.others.period,
        scale.points.state * 1e5 + scale.points.period,
    )
    off = scale.points.theta - scale.others.theta[both]
    assert np.sqrt((off**2).mean()) < 0.5 * np.median(scale.points.sd)


@pytest.mark.parametrize("tau", [0.3, 0.8])
def test_the_size_of_deviations_is_found(tau):
    world = simulate_issues(6, states=100, tau=tau)
    scale = issue_scale(world.votes, world.issue == 1, fit(world.votes, FREE), FREE)
    true = (world.place[1] - world.place[0]).std()
    assert scale.tau == pytest.approx(true, rel=0.2)


def test_order_of_votes_and_names_of_items_do_not_matter(world, scale):
    rng = np.random.default_rng(1)
    v = world.votes
    order, names = rng.permutation(len(v)), rng.permutation(int(v.item.max()) + 1)
    votes = VoteData(v.state[order], v.period[order], names[v.item[order]], v.vote[order])
    other = issue_scale(votes, world.issue[order] == 1, fit(votes, ANCHORED), ANCHORED)
    assert np.allclose(other.points.theta, scale.points.theta, atol=0.02)
    assert np.allclose(other.points.hi, scale.points.hi, atol=0.03)


def test_the_sign_follows_the_common_fit(world, scale):
    options = dataclasses.replace(ANCHORED, anchors={0: -1})
    other = issue_scale(world.votes, world.issue == 1, fit(world.votes, options), options)
    assert np.allclose(other.points.theta, -scale.points.theta, atol=1e-6)
    assert np.allclose(other.points.lo, -scale.points.hi, atol=1e-6)


def test_string_labels_give_the_same(world, scale):
    v = world.votes
    votes = VoteData(
        np.array([f"S{s:03d}" for s in v.state]), v.period,
        np.array([f"i{j:05d}" for j in v.item]), v.vote,
    )  # fmt: skip
    options = dataclasses.replace(ANCHORED, anchors={"S000": 1})
    other = issue_scale(votes, world.issue == 1, fit(votes, options), options)
    assert np.allclose(other.points.theta, scale.points.theta, atol=1e-6)


def test_inputs_are_not_changed(world, common):
    before, mask = world.votes.vote.copy(), world.issue == 1
    issue_scale(world.votes, mask, common, ANCHORED)
    assert (before == world.votes.vote).all()
    assert (mask == (world.issue == 1)).all()


def test_item_uncertainty_only_widens(world, common, scale):
    known = issue_scale(
        world.votes, world.issue == 1, common, dataclasses.replace(ANCHORED, item_uncertainty=False)
    )
    assert np.allclose(known.points.theta, scale.points.theta)
    assert (scale.points.sd >= known.points.sd - 1e-12).all()
    assert np.median(scale.points.sd / known.points.sd) > 1.01


def test_misuse_is_told(world, common):
    none = np.zeros(len(world.votes), dtype=bool)
    with pytest.raises(BadInput, match="not all"):
        issue_scale(world.votes, none, common)
    with pytest.raises(BadInput, match="not all"):
        issue_scale(world.votes, ~none, common)
    with pytest.raises(BadInput, match="mask of shape"):
        issue_scale(world.votes, none[:5], common)
    with pytest.raises(BadInput, match="calendar clock"):
        issue_scale(world.votes, world.issue == 1, common, FitOptions(clock="information"))
    early = world.votes.until(1948)
    with pytest.raises(BadInput, match="other votes"):
        issue_scale(early, world.issue[world.votes.period <= 1948] == 1, common)


def test_an_issue_with_nothing_in_common_is_refused():
    world = simulate_issues(9, states=40, tau=1.0)
    votes, on = world.votes, world.issue == 1
    mixed = np.random.default_rng(2).permutation(40)
    votes = VoteData(np.where(on, mixed[votes.state], votes.state), *_rest(votes))
    with pytest.raises(BadInput, match="no common metric"):
        issue_scale(votes, on, fit(votes, FREE), FREE)


def _rest(votes):
    return votes.period, votes.item, votes.vote


@pytest.fixture(scope="module")
def many():
    """Worlds like the UN, each with the scales of both issues."""
    out = []
    for seed in range(5):
        world = simulate_issues(100 + seed, **UN)
        common = fit(world.votes, FREE)
        scales = [issue_scale(world.votes, world.issue == k, common, FREE) for k in (1, 2)]
        out.append((world, scales))
    return out


@pytest.mark.slow
def test_intervals_hold_the_truth_as_often_as_they_say(many):
    on, thin = [], []
    for world, scales in many:
        for issue, scale in enumerate(scales, 1):
            turn = turned(world, scale)
            on.append(inside(scale.points, truth(world, scale.points, issue, turn)))
            thin.append(on[-1][scale.points.period == 1950])
    assert 0.87 < np.concatenate(on).mean() < 0.93
    assert 0.85 < np.concatenate(thin).mean() < 0.96


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
    for seed, (world, scales) in enumerate(many):

        def draw(k, period, world=world, scales=scales, seed=seed):
            points = scales[k].points
            true = truth(world, points, k + 1)
            return pairs(points, true, period, np.random.default_rng(seed))

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


def test_items_of_the_common_fit_may_stand_in_any_order(world, common, scale):
    items = common.items
    mixed = np.random.default_rng(0).permutation(len(items.item))
    names = ("item", "discrimination", "cut_yes", "cut_no")
    other = dataclasses.replace(
        common, items=dataclasses.replace(items, **{n: getattr(items, n)[mixed] for n in names})
    )
    again = issue_scale(world.votes, world.issue == 1, other, ANCHORED)
    assert again.points.theta == pytest.approx(scale.points.theta, abs=1e-9)


@pytest.mark.parametrize(
    "options",
    [
        FitOptions(clock="information"),
        FitOptions(absences="modelled"),
        FitOptions(answer_bound=9.0),
    ],
)
def test_options_that_scales_by_issue_do_not_follow_are_refused(world, common, options):
    for scale in (issue_scale, issue_filtered):
        with pytest.raises(BadInput, match="scales by issue"):
            scale(world.votes, world.issue == 1, common, options)


def test_masks_that_are_none_are_refused(world, common):
    mask = world.issue == 1
    for bad in (mask.astype(int), mask[:-1], np.zeros(len(mask), bool), np.ones(len(mask), bool)):
        for scale in (issue_scale, issue_filtered):
            with pytest.raises(BadInput, match=r"mask|one side"):
                scale(world.votes, bad, common, ANCHORED)


def test_a_sampled_common_fit_is_refused(world):
    with pytest.raises(BadInput, match="not of sampled"):
        issue_scale(world.votes, world.issue == 1, sampled(world.votes, 40), ANCHORED)
