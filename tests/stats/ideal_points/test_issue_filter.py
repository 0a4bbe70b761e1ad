"""One-sided scales by issue use no later vote."""

import numpy as np
import pytest

from daylight.stats.ideal_points import (
    FitOptions,
    Scale,
    VoteData,
    filtered,
    fit,
    issue_filtered,
    issue_scale,
)

from .issue_world import simulate_issues

OPTIONS = FitOptions(anchors={0: 1}, pull=0.8)


@pytest.fixture(scope="module")
def world():
    return simulate_issues(11, states=40, periods=8)


@pytest.fixture(scope="module")
def common(world):
    return filtered(world.votes, OPTIONS)


@pytest.fixture(scope="module")
def past(world, common):
    return issue_filtered(world.votes, world.issue == 1, common, OPTIONS)


def test_later_votes_change_nothing(world, common, past):
    early = world.votes.until(1950)
    kept = common.period <= 1950
    columns = ("state", "period", "theta", "sd", "lo", "hi", "n_votes")
    before = Scale(*(getattr(common, name)[kept] for name in columns))
    on = world.issue[world.votes.period <= 1950] == 1
    part = issue_filtered(early, on, before, OPTIONS)
    same = past.points.period <= 1950
    assert same.sum() == len(part.points)
    assert np.allclose(past.points.theta[same], part.points.theta, atol=1e-9)
    assert np.allclose(past.points.sd[same], part.points.sd, atol=1e-9)


def test_an_item_that_is_divided_later_is_not_counted_before(world, common, past):
    v, states = world.votes, np.unique(world.votes.state)
    n = len(states)
    later = np.where(states % 2 == 0, 1, 3)
    votes = VoteData(
        np.concatenate([v.state, states, states]),
        np.concatenate([v.period, np.full(n, 1948), np.full(n, 1953)]),
        np.concatenate([v.item, np.full(2 * n, 10**6)]),
        np.concatenate([v.vote, np.ones(n, dtype=np.int64), later]),
    )
    on = np.concatenate([world.issue == 1, np.ones(2 * n, dtype=bool)])
    points = issue_filtered(votes, on, common, OPTIONS).points
    for period, more in ((1948, 0), (1953, 1)):
        counts = [x.n_votes[x.period == period] for x in (points, past.points)]
        assert (counts[0] - counts[1] == more).all()


def test_it_agrees_with_the_smoothed_within_a_period(world, past):
    whole = issue_scale(world.votes, world.issue == 1, fit(world.votes, OPTIONS), OPTIONS).points
    rows = {(s, p): k for k, (s, p) in enumerate(zip(whole.state, whole.period, strict=True))}
    at = np.array([rows[key] for key in zip(past.points.state, past.points.period, strict=True)])
    for period in np.unique(past.points.period)[1:]:
        k = past.points.period == period
        assert np.corrcoef(past.points.theta[k], whole.theta[at[k]])[0, 1] > 0.9
    assert np.median(past.points.sd / whole.sd[at]) > 1.03


def test_it_sees_the_issue_and_not_only_the_common_position(world, past):
    points = past.points
    on, off = (world.place[k, points.state, points.period - 1946] for k in (1, 0))
    turn = np.sign(np.corrcoef(on, points.theta)[0, 1])
    assert turn * np.corrcoef(on - off, points.theta - turn * off)[0, 1] > 0.7


def test_rows_have_divided_votes_and_their_interval(past):
    for points in (past.points, past.others):
        assert (points.n_votes > 0).all()
        assert ((points.lo < points.theta) & (points.theta < points.hi)).all()


def test_a_state_and_period_without_a_common_row_has_none(world, common):
    keep = ~((common.period == 1949) & (common.state == 3))
    columns = ("state", "period", "theta", "sd", "lo", "hi", "n_votes")
    some = Scale(*(getattr(common, name)[keep] for name in columns))
    points = issue_filtered(world.votes, world.issue == 1, some, OPTIONS).points
    assert not ((points.period == 1949) & (points.state == 3)).any()
    assert ((points.period == 1950) & (points.state == 3)).any()


@pytest.mark.slow
def test_coverage_once_the_size_of_deviations_is_learned():
    hits = []
    for seed in range(4):
        world = simulate_issues(200 + seed, states=120, periods=12, items=60, on_issue=(15,))
        points = issue_filtered(
            world.votes, world.issue == 1, filtered(world.votes, OPTIONS), OPTIONS
        ).points
        true = world.place[1, points.state, points.period - 1946]
        true *= np.sign(np.corrcoef(true, points.theta)[0, 1])
        late = points.period > 1949
        hits.append(((points.lo <= true) & (true <= points.hi))[late])
    assert 0.84 < np.concatenate(hits).mean() < 0.95
