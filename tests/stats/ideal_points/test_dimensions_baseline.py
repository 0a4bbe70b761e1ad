"""The baseline of several dimensions, which the exam of UN votes compares with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from daylight.stats.ideal_points import VoteData, fit

from .world import simulate

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """The modules of the exam: the fit, and the loss of votes left out."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import votes_dimensions
        import votes_heldout
    finally:
        sys.path.remove(str(BENCHMARKS))
    yield votes_dimensions.fit_space, votes_heldout
    for name in ("votes_dimensions", "votes_heldout", "votes_space"):
        sys.modules.pop(name)


def plane(seed: int) -> tuple[VoteData, NDArray[np.float64]]:
    """Votes of 80 states over 8 years on 40 items a year, and their points, (80, 8, 2)."""
    rng = np.random.default_rng(seed)
    steps = rng.standard_normal((80, 8, 2)) * np.where(np.arange(8) == 0, 1.0, 0.4)[:, None]
    point = steps.cumsum(1)
    point = (point - point.mean((0, 1))) / point.std((0, 1))
    rows = []
    for item in range(320):
        year, cuts = item // 40, np.sort(rng.normal(0.0, 1.0, 2))
        latent = point[:, year] @ rng.standard_normal(2) + rng.standard_normal(80)
        vote = 1 + (latent[:, None] > cuts).sum(1)
        rows.append([np.arange(80), np.full(80, 1990 + year), np.full(80, item), vote])
    return VoteData(*np.concatenate(rows, 1)), point


def losses(bench: Any, votes: VoteData, seed: int) -> tuple[NDArray[np.float64], ...]:
    """Log loss of the votes of a tenth left out, in one dimension and in two."""
    fit_space, heldout = bench
    out = np.random.default_rng(seed).random(len(votes)) < 0.1
    left = votes.where(out)
    chances = [heldout.foreseen(fit_space(votes.where(~out), k), left) for k in (1, 2)]
    known = np.isfinite(chances[0][:, 0, 0])
    assert known.mean() > 0.95
    return tuple(heldout._loss(c[known], left.vote[known]) for c in chances)


def test_planted_points_are_found(bench: Any) -> None:
    votes, point = plane(1)
    space = bench[0](votes)
    assert space.change < 0.003
    true = point[space.state, space.period - 1990]
    # points are fixed up to a turn and a stretch: the best linear map of the estimate
    found = space.mean @ np.linalg.lstsq(space.mean, true, rcond=None)[0]
    assert min(np.corrcoef(found[:, k], true[:, k])[0, 1] for k in (0, 1)) > 0.95


def test_intervals_of_a_point_hold_the_truth(bench: Any) -> None:
    """Along each axis of the truth, by the best linear map; items are taken as known."""
    votes, point = plane(2)
    space = bench[0](votes)
    true = point[space.state, space.period - 1990]
    turn = np.linalg.lstsq(space.mean, true, rcond=None)[0]
    sd = np.sqrt(np.diagonal(turn.T @ space.cov @ turn, axis1=1, axis2=2))
    inside = np.abs(space.mean @ turn - true) < 1.645 * sd
    assert 0.8 < inside.mean() < 0.95


def test_two_dimensions_foresee_votes_of_two_better(bench: Any) -> None:
    one, two = losses(bench, plane(3)[0], 3)
    assert (one - two).mean() > 0.1


@pytest.mark.slow
@pytest.mark.parametrize("seed", [4, 5])
def test_a_second_dimension_costs_little_where_there_is_none(bench: Any, seed: int) -> None:
    """It does cost: each item has one more parameter to learn. Measured: 0.01 to 0.017 of 0.77."""
    votes = simulate(seed, states=80, periods=8, items=40).votes
    one, two = losses(bench, votes, seed)
    assert 0 < (two - one).mean() < 0.025 < one.mean() / 20


def test_one_dimension_is_the_model_of_the_package(bench: Any) -> None:
    fit_space, heldout = bench
    votes = simulate(6, states=60, periods=8, items=30).votes
    out = np.random.default_rng(6).random(len(votes)) < 0.1
    ours, theirs = fit(votes.where(~out)), fit_space(votes.where(~out), 1)
    assert np.array_equal(ours.state, theirs.state)
    assert np.array_equal(ours.period, theirs.period)
    assert abs(np.corrcoef(ours.theta, theirs.mean[:, 0])[0, 1]) > 0.997
    left = votes.where(out)
    chances = [heldout.foreseen(points, left) for points in (ours, theirs)]
    known = np.isfinite(chances[0][:, 0, 0])
    one, other = (heldout._loss(c[known], left.vote[known]).mean() for c in chances)
    assert one == pytest.approx(other, abs=0.005)


def test_standard_metric(bench: Any) -> None:
    space = bench[0](plane(7)[0])
    assert space.mean.mean(0) == pytest.approx(0, abs=1e-9)
    assert np.cov(space.mean.T, bias=True) == pytest.approx(np.eye(2), abs=1e-9)


def test_the_middle_node_is_the_estimate_itself(bench: Any) -> None:
    fit_space, heldout = bench
    votes, _ = plane(8)
    space = fit_space(votes, most=5)
    chances = heldout.foreseen(space, votes.where(np.arange(200)))
    assert chances.sum(1) == pytest.approx(1)
    row = {k: i for i, k in enumerate(zip(space.state, space.period, strict=True))}
    at = np.array([row[k] for k in zip(votes.state[:200], votes.period[:200], strict=True)])
    j = np.searchsorted(space.item, votes.item[:200])
    line = (space.slope[j] * space.mean[at]).sum(1)
    table = np.column_stack([np.ones(200), space.cuts[j]])
    assert chances[:, :, heldout.NODES // 2] == pytest.approx(heldout.curves_at(table, line))
