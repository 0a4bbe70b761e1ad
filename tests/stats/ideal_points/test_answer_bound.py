"""Latent answers within a bound."""

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import FitOptions, VoteData, fit
from daylight.stats.ideal_points.model.answer_bound import bound_effect

from .world import simulate


def test_the_slope_is_what_the_cut_takes_away():
    rng, bound = np.random.default_rng(0), 2.0
    for line in (-4.0, 0.5, 2.0, 3.5):
        z = line + rng.standard_normal(400_000)
        away = (z - np.clip(z, -bound, bound)).mean()
        got = float(bound_effect(np.array([line]), bound).slope[0])
        # one end only: near 0 both ends cut and nearly cancel
        assert got == pytest.approx(away, abs=0.03)


def test_derivatives_are_those_of_the_log():
    line, step = np.linspace(3, 15, 25), 1e-5
    at = bound_effect(line, 9.0)
    up, down = bound_effect(line + step, 9.0), bound_effect(line - step, 9.0)
    assert -(up.log - down.log) / (2 * step) == pytest.approx(at.slope, abs=1e-6)
    assert (up.slope - down.slope) / (2 * step) == pytest.approx(at.bend, abs=1e-6)


def test_no_votes_are_cut_far_inside():
    at = bound_effect(np.linspace(-3, 3, 13), 9.0)
    assert np.abs(at.log).max() < 1e-8
    assert np.abs(at.slope).max() < 1e-8


def lonely(seed: int = 3) -> VoteData:
    """An assembly in which state 0 says no to most things, alone."""
    votes = simulate(seed, states=30, periods=4, items=25).votes
    rng = np.random.default_rng(seed)
    extra = [
        (s, 1946 + t, 10_000 + 40 * t + j, 3 if s == 0 else 1)
        for t in range(4)
        for j in range(40)
        for s in range(30)
        if rng.random() > 0.02
    ]
    more = [np.array(c) for c in zip(*extra, strict=True)]
    parts = (votes.state, votes.period, votes.item, votes.vote)
    return VoteData(*(np.concatenate([a, b]) for a, b in zip(parts, more, strict=True)))


def test_it_pulls_a_lonely_state_in():
    votes, anchors = lonely(), {0: 1}
    free = fit(votes, FitOptions(anchors=anchors))
    held = fit(votes, FitOptions(anchors=anchors, answer_bound=3.0))
    assert held.diagnostics.converged
    mine = free.state == 0
    assert held.theta[mine].mean() < free.theta[mine].mean() - 0.1
    assert held.sd[mine].mean() < free.sd[mine].mean()


def test_a_bound_that_is_far_changes_nothing():
    votes = simulate(4, states=30, periods=3, items=20).votes
    one, two = fit(votes), fit(votes, FitOptions(answer_bound=60.0))
    assert two.theta == pytest.approx(one.theta, abs=1e-6)


def test_a_bound_must_be_positive():
    with pytest.raises(BadInput, match="answer_bound"):
        FitOptions(answer_bound=0.0)
