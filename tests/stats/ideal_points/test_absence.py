"""Absences: dropped by default, and modelled on demand."""

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import FitOptions, VoteData, filtered, fit
from daylight.stats.ideal_points.data import ABSENT, informative

from .world import simulate

DROPPED = FitOptions(anchors={0: 1})
MODELLED = FitOptions(anchors={0: 1}, absences="modelled")
AVOID_NO, INDIFFERENT, RANDOM = (0.05, 0.2, 0.7), (0.05, 0.7, 0.05), (0.3, 0.3, 0.3)
SEEDS = range(1, 5)


def with_absences(seed, rates):
    """Half of the states stay away at these rates of what they would say, half at a tenth."""
    world = simulate(seed, states=40, periods=8, items=40, absent=0.0)
    v, rng = world.votes, np.random.default_rng(seed + 1)
    often = rng.random(40) < 0.5
    rate = np.array(rates)[v.vote - 1] * np.where(often[v.state], 1, 0.1)
    said = np.where(rng.random(len(v)) < rate, ABSENT, v.vote)
    return world, often, VoteData(v.state, v.period, v.item, said)


def errors(rates, options):
    """Root mean square error, stretch of those often away over the rest, and odds, by seed."""
    out = []
    for seed in SEEDS:
        world, often, votes = with_absences(seed, rates)
        points = fit(votes, options)
        truth = world.theta[points.state, points.period - 1946]
        truth = (truth - truth.mean()) / truth.std()
        truth *= np.sign(np.corrcoef(truth, points.theta)[0, 1])
        away = often[points.state]
        stretch = [np.polyfit(truth[k], points.theta[k], 1)[0] for k in (away, ~away)]
        rmse = np.sqrt(((points.theta - truth) ** 2).mean())
        odds = points.diagnostics.absence or (np.nan,) * 3
        out.append((rmse, stretch[0] - stretch[1], *odds))
    return np.array(out)


@pytest.mark.slow
@pytest.mark.parametrize("rates", [AVOID_NO, INDIFFERENT])
def test_informative_absence_no_longer_biases(rates):
    """Dropping squeezes or stretches the states that are often away against the others."""
    dropped, modelled = errors(rates, DROPPED), errors(rates, MODELLED)
    assert (modelled[:, 0] < dropped[:, 0]).all()
    assert np.mean(modelled[:, 0] / dropped[:, 0]) < 0.96
    assert abs(modelled[:, 1].mean()) < 0.5 * abs(dropped[:, 1].mean())
    assert (np.argmax(modelled[:, 2:], 1) == np.argmax(rates)).all()


@pytest.mark.slow
def test_random_absence_does_no_harm():
    dropped, modelled = errors(RANDOM, DROPPED), errors(RANDOM, MODELLED)
    assert np.mean(modelled[:, 0] / dropped[:, 0]) < 1.01
    assert np.abs(np.log(modelled[:, 2:])).max() < 0.4, "all answers stay away alike"


def test_dropped_by_default_and_then_they_change_nothing():
    _, _, votes = with_absences(1, AVOID_NO)
    cast = votes.where(votes.vote != ABSENT)
    one, other = fit(votes, DROPPED), fit(cast, DROPPED)
    assert (one.theta == other.theta).all()
    assert one.diagnostics.votes == other.diagnostics.votes == len(informative(cast))
    assert one.diagnostics.absence is None


def test_no_absence_to_model_is_the_plain_fit():
    votes = simulate(1, states=30, periods=4, items=20, absent=0.0).votes
    one, other = fit(votes, MODELLED), fit(votes, DROPPED)
    assert np.allclose(one.theta, other.theta, atol=1e-6)


def test_a_state_absent_all_period_has_no_row_and_absence_no_votes():
    world = simulate(1, states=20, periods=3, items=20, absent=0.0)
    v = world.votes
    gone = (v.state == 7) & (v.period == 1947)
    votes = VoteData(v.state, v.period, v.item, np.where(gone, ABSENT, v.vote))
    points = fit(votes, MODELLED)
    assert not ((points.state == 7) & (points.period == 1947)).any()
    assert points.n_votes.sum() == points.diagnostics.votes == len(informative(votes))


def test_unanimity_is_judged_among_votes_cast():
    state, item = np.tile(np.arange(4), 2), np.repeat([0, 1], 4)
    said = np.array([1, 1, 1, ABSENT, 1, 3, 2, 1])
    kept = informative(VoteData(state, np.ones(8, int), item, said))
    assert set(kept.item.tolist()) == {1}


def test_the_filter_does_not_model_them():
    _, _, votes = with_absences(1, RANDOM)
    with pytest.raises(BadInput, match="fit only"):
        filtered(votes, MODELLED)


def test_unknown_choice():
    with pytest.raises(BadInput, match="dropped"):
        FitOptions(absences="imputed")


def test_absences_are_modelled_on_a_fine_grid_too():
    """Many votes a state: curves on a coarse grid, positions on a finer one."""
    votes = simulate(5, states=25, periods=3, items=150, absent=0.0).votes
    rng = np.random.default_rng(5)
    gone = np.where(rng.random(len(votes)) < np.array([0.05, 0.05, 0.4])[votes.vote - 1], 0, 1)
    some = VoteData(votes.state, votes.period, votes.item, votes.vote * gone)
    result = fit(some, MODELLED)
    assert result.diagnostics.grid_step < 0.15
    assert np.argmax(result.diagnostics.absence) == 2
