"""One-sided estimates use no later vote and are those of the fit up to their period."""

import dataclasses

import numpy as np
import pytest

from daylight.stats.ideal_points import FitOptions, VoteData, filtered, fit
from daylight.stats.ideal_points.data import informative
from daylight.stats.ideal_points.filter.growing import growing
from daylight.stats.ideal_points.model.layout import arrange, tail

from .world import simulate

OPTIONS = FitOptions(anchors={0: 1})
_FIELDS = ("theta", "sd", "lo", "hi")


@pytest.fixture(scope="module")
def world():
    return simulate(11, states=30, periods=6, items=20, bridged=0.2, thin={2: 3})


@pytest.fixture(scope="module")
def one(world):
    return filtered(world.votes, OPTIONS)


def within(points, period):
    return {name: getattr(points, name)[points.period == period] for name in _FIELDS}


def test_later_votes_change_nothing(world, one):
    early = filtered(world.votes.until(1948), OPTIONS)
    same = one.period <= 1948
    assert same.sum() == len(early)
    turn = np.sign(np.corrcoef(one.theta[same], early.theta)[0, 1])
    assert np.allclose(turn * one.theta[same], early.theta, atol=1e-9)
    assert np.allclose(one.sd[same], early.sd, atol=1e-9)


@pytest.mark.parametrize("period", [1946, 1947, 1948, 1951])
def test_each_period_is_the_last_one_of_the_fit_up_to_it(world, one, period):
    whole = within(fit(world.votes.until(period), OPTIONS), period)
    mine = within(one, period)
    turn = np.sign(np.corrcoef(mine["theta"], whole["theta"])[0, 1])
    assert np.abs((turn * mine["theta"] - whole["theta"]) / whole["sd"]).max() < 0.1
    assert np.allclose(mine["sd"] / whole["sd"], 1, atol=0.02)


def test_an_item_voted_every_year_does_not_confirm_itself():
    """Earlier positions that such an item helped to place are no new evidence about it."""
    world = simulate(5, states=60, periods=8, items=25, bridged=0.0)
    v = world.votes
    always = np.isin(v.item, [25 * t for t in range(8)])
    steep = v.state[always] + 60 * v.period[always]
    z = 3 * world.theta[v.state[always], v.period[always] - 1946]
    z += np.random.default_rng(0).standard_normal(60 * 2100)[steep]
    again = VoteData(
        v.state,
        v.period,
        np.where(always, 10**6, v.item),
        np.where(
            always, np.bincount(np.flatnonzero(always), 1 + (z > 1) + (z > 1.6), len(v)), v.vote
        ),
    )
    result = filtered(again, OPTIONS)
    both = fit(again, OPTIONS)
    slope = np.abs(result.items.discrimination[result.items.item == 10**6])
    assert slope == pytest.approx(np.abs(both.items.discrimination[both.items.item == 10**6]), 0.02)
    for period in np.unique(result.period):
        k = result.period == period
        assert np.corrcoef(result.theta[k], both.theta[k])[0, 1] > 0.97


def test_an_item_unanimous_so_far_is_not_known_to_divide_later():
    world = simulate(11, states=30, periods=3, items=20)
    v, states = world.votes, np.arange(30)
    extra = [(states, np.full(30, y), np.full(30, 10**6), np.full(30, 1)) for y in (1946, 1948)]
    extra[1][3][:10] = 3
    joined = VoteData(
        *(np.concatenate([a, *b]) for a, *b in zip(
            (v.state, v.period, v.item, v.vote), *extra, strict=True))
    )  # fmt: skip
    whole = growing(arrange(informative(joined), OPTIONS), OPTIONS)
    assert 10**6 not in whole.until(1).items
    assert 10**6 in whole.until(2).items
    plain = filtered(v, OPTIONS)
    with_it = filtered(joined, OPTIONS)
    for period in (1946, 1947):
        for name in _FIELDS:
            gap = within(with_it, period)[name] - within(plain, period)[name]
            early = plain.state[plain.period == period] > 2  # the others enter a year later
            assert np.abs(gap[early]).max() < 0.02
    voted = plain.period == 1946
    assert (with_it.n_votes[with_it.period == 1946] == plain.n_votes[voted]).all()
    assert (with_it.state[with_it.period == 1946] == plain.state[voted]).all()


def test_a_layout_cut_at_the_end_is_that_of_the_votes_up_to_it(world):
    v = world.votes
    cut = growing(arrange(informative(v), OPTIONS), OPTIONS).until(3)
    short = arrange(informative(v.until(1949)), OPTIONS)
    assert (cut.row_state == short.row_state).all()
    assert (cut.n_votes == short.n_votes).all()
    assert (cut.previous == short.previous).all()
    assert np.allclose(cut.weight, short.weight)
    assert set(cut.items.tolist()) == set(short.items.tolist())
    for a, b in zip(cut.blocks, short.blocks, strict=True):
        order = np.argsort(cut.items[a.items])
        assert (a.cube[:, order] == b.cube).all()


def test_a_layout_cut_at_the_beginning_keeps_the_rest(world):
    whole = arrange(informative(world.votes), OPTIONS)
    late = tail(whole, 2)
    begin = whole.blocks[2].rows.start
    assert len(late.n_votes) == len(whole.n_votes) - begin
    inside = whole.previous[begin:] >= begin
    assert (late.previous[inside] == whole.previous[begin:][inside] - begin).all()
    assert (late.previous[~inside] == -1).all()
    assert (late.clock[~inside] == 0).all()


def test_agrees_with_the_smoothed_within_a_period(world, one):
    both = fit(world.votes, OPTIONS)
    for period in np.unique(one.period[one.period != 1948]):
        k = one.period == period
        assert np.corrcoef(one.theta[k], both.theta[k])[0, 1] > 0.95


def test_is_wider_than_the_smoothed(world, one):
    assert np.median(one.sd / fit(world.votes, OPTIONS).sd) > 1.03


def test_scale_is_pooled_up_to_each_period(world, one):
    """Mean 0 and second moment 1 hold over all rows so far, so the scale cannot drift."""
    until = within(fit(world.votes.until(1951), OPTIONS), 1951)
    assert one.theta[one.period == 1951].std() == pytest.approx(until["theta"].std(), rel=0.01)
    spreads = [one.theta[one.period == p].std() for p in np.unique(one.period)]
    assert min(spreads) > 0.75
    assert max(spreads) < 1.25


def test_known_items_are_not_wider(world, one):
    known = filtered(world.votes, dataclasses.replace(OPTIONS, item_uncertainty=False))
    assert np.allclose(known.theta, one.theta)
    assert (one.sd >= known.sd - 1e-12).all()
    late = one.period > 1949  # a metric set by few rows takes away as much as the items add
    assert np.median(one.sd[late] / known.sd[late]) > 1.01
