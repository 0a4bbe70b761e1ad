"""The scheme of the published estimates, on simulated votes."""

import numpy as np
import pytest
from scipy.special import log_ndtr, ndtr

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import FitOptions, VoteData, fit, sampled
from daylight.stats.ideal_points.model.layout import arrange
from daylight.stats.ideal_points.published.sampler import _before
from daylight.stats.ideal_points.published.sweep import Sampler

from .world import simulate

OPTIONS = FitOptions(anchors={0: 1})


@pytest.fixture(scope="module")
def world():
    return simulate(7, states=30, periods=4, items=30)


@pytest.fixture(scope="module")
def points(world):
    return sampled(world.votes, 800, options=OPTIONS)


def test_agrees_with_the_fit_and_the_truth(world, points):
    other = fit(world.votes, OPTIONS)
    assert np.array_equal(points.state, other.state)
    assert np.corrcoef(points.theta, other.theta)[0, 1] > 0.98
    truth = world.theta[points.state, points.period - 1946]
    assert abs(np.corrcoef(truth, points.theta)[0, 1]) > 0.93
    assert 0.85 < np.median(points.sd / other.sd) < 1.15


def test_intervals_are_quantiles(points):
    width = (points.hi - points.lo) / (2 * 1.645 * points.sd)
    assert np.median(width) == pytest.approx(1, abs=0.05)
    assert ((points.lo < points.theta) & (points.theta < points.hi)).all()


def test_says_how_it_went(world, points):
    result = points.diagnostics
    assert (result.iterations, result.votes) == (800, points.n_votes.sum())
    assert np.isnan(result.pull) and np.isnan(result.grid_step)
    short = sampled(world.votes, 40, options=OPTIONS).diagnostics
    assert result.converged and not short.converged
    assert short.change > result.change


def test_the_seed_decides(world):
    a, b, c = (sampled(world.votes, 40, seed, OPTIONS).theta for seed in (1, 1, 2))
    assert np.array_equal(a, b)
    assert not np.array_equal(a, c)


def test_flipping_all_votes_flips_the_sign(world):
    votes = world.votes
    turned = VoteData(votes.state, votes.period, votes.item, 4 - votes.vote)
    free = FitOptions(anchors={})
    one, two = (sampled(v, 120, options=free) for v in (votes, turned))
    assert np.corrcoef(one.theta, two.theta)[0, 1] < -0.97


def test_the_first_period_leans_on_the_second_and_a_gap_on_the_last():
    votes = VoteData(
        np.array([1, 2, 3, 1, 2, 1, 2, 3]),
        np.array([1, 1, 1, 2, 2, 4, 4, 4]),
        np.array([1, 1, 1, 2, 2, 3, 3, 3]),
        np.array([1, 3, 1, 1, 3, 3, 1, 1]),
    )
    layout = arrange(votes, OPTIONS)
    named = list(
        zip(layout.states[layout.row_state], layout.periods[layout.row_period], strict=True)
    )
    before = {named[i]: named[j] for i, j in enumerate(_before(layout).tolist())}
    assert before[1, 1] == (1, 2)
    assert before[1, 4] == (1, 2)
    assert before[3, 1] == (3, 4)
    assert before[3, 4] == (3, 1)


def chain(votes: list[int], cut: tuple[float, float], items: int = 1) -> Sampler:
    """Items with the same votes, one row for each vote: as many chains as items."""
    n = len(votes) * items
    return Sampler(
        rng=np.random.default_rng(0),
        row=np.arange(n),
        item=np.repeat(np.arange(items), len(votes)),
        vote=np.tile(np.array(votes) - 1, items),
        before=np.arange(n),
        variance=np.full(n, 0.25),
        mean=np.zeros(n),
        b=np.ones(items),
        cut=np.tile(cut, (items, 1)),
        z=np.zeros(n),
    )


def test_answers_lie_where_the_votes_say():
    votes = [1, 2, 3] * 200
    for expected in (-6.0, 0.0, 6.0):
        z = chain(votes, (-0.5, 0.7))._answers(np.full(600, expected))
        assert (z[0::3] <= -0.5).all()
        assert ((z[1::3] >= -0.5) & (z[1::3] <= 0.7)).all()
        assert (z[2::3] >= 0.7).all()


def test_cutpoints_have_the_posterior_of_a_flat_prior():
    """30, 40 and 30 votes at zero: the cuts are normal quantiles."""
    many = chain([1] * 30 + [2] * 40 + [3] * 30, (-1.0, 1.0), items=20)
    kept = []
    for k in range(500):
        many._move_cutpoints(np.zeros(2000))
        if k > 150:
            kept.extend(many.cut)
    assert np.mean(kept, 0) == pytest.approx([-0.524, 0.524], abs=0.03)
    assert np.std(kept, 0) == pytest.approx([0.132, 0.132], abs=0.02)


def test_narrow_gaps_are_favoured_as_in_the_published_code():
    """The step of the first cut is bounded by the second, and that bound is not corrected for."""
    many = chain([1] * 40 + [2] + [3] * 40, (-0.1, 0.1), items=40)
    kept = []
    for k in range(300):
        many._move_cutpoints(np.zeros(81 * 40))
        if k > 100:
            kept.extend(many.cut[:, 1] - many.cut[:, 0])
    low, gap = np.meshgrid(np.linspace(-1, 1, 401), np.linspace(1e-4, 0.5, 400), indexing="ij")
    log = 40 * log_ndtr(low) + np.log(ndtr(low + gap) - ndtr(low)) + 40 * log_ndtr(-low - gap)
    exact = np.exp(log - log.max())
    skewed = exact * ndtr(gap / (0.2 / 3))
    means = [(w * gap).sum() / w.sum() for w in (exact, skewed)]
    assert means[1] > 1.1 * means[0]
    assert np.mean(kept) == pytest.approx(means[1], rel=0.06)


def test_too_few_sweeps_are_refused(world):
    with pytest.raises(BadInput, match="40 or more"):
        sampled(world.votes, 39)
