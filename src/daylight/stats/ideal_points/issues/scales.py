"""Positions on one set of votes, on the metric of all votes: a common part and a deviation.

The position of a state on an issue is ``phi = theta + delta``. Votes on the issue see phi, all
others see theta. The other items keep the parameters of the common fit, and so hold the metric;
the issue's items are estimated anew, at their posterior mode.

What ties the scale of an issue to the common one? Deviations have mean zero and do not go with
theta. As a prior alone that is too weak: a stretch of all phi with flatter items and larger tau
fits almost as well, and a small bias of the items' modes drives it by a fifth (simulated) to three
quarters (real votes). So it is a condition, met exactly: over all state-periods of the issue, the
regression of phi on theta has slope 1 and shift 0. An Assembly that is farther apart on this issue
than on others cannot be seen in votes on one issue alone; it shows as steeper items.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

from ..data import ABSENT, Floats, Ints, VoteData
from ..inference.summary import bounds
from ..options import FitOptions
from ..result import IdealPoints
from .em import State, World, iterate, lay_out, widened
from .motion import Motion
from .sites import Side, Tilted, regression, side


@dataclass(frozen=True, slots=True)
class Scale:
    """Positions on one scale, one entry per state and period, sorted by period, then state.

    Attributes
    ----------
    state, period : ndarray, shape (N,)
    theta, sd, lo, hi : ndarray, shape (N,)
        Posterior mean, sd and equal-tailed interval, the items' uncertainty included.
    n_votes : ndarray of int, shape (N,)
        Informative votes of the state in the period on this set: never 0.
    """

    state: NDArray[Any]
    period: Ints
    theta: Floats
    sd: Floats
    lo: Floats
    hi: Floats
    n_votes: Ints

    def __len__(self) -> int:
        return len(self.theta)


@dataclass(frozen=True, slots=True)
class IssueScale:
    """The scale of an issue, that of all other votes, and what ties the two.

    Attributes
    ----------
    points, others : Scale
        Positions on the issue, and on all other votes.
    tau : float
        Stationary sd of the deviations: 0.02, its floor, where the issue adds nothing.
    rho : float
        Their correlation from one period to the next.
    steepness : float
        Root mean square of the items' discriminations.
    slope : float
        Slope of positions on the issue on common positions, pooled: 1 by the condition.
    stretch_sd : float
        Sd that the prior on deviations leaves to a common stretch of the issue's scale, given
        tau: what one believes who takes the prior at its word.
    iterations : int
    converged : bool
    """

    points: Scale
    others: Scale
    tau: float
    rho: float
    steepness: float
    slope: float
    stretch_sd: float
    iterations: int
    converged: bool


def issue_scale(
    votes: VoteData,
    on_issue: NDArray[np.bool_],
    common: IdealPoints,
    options: FitOptions | None = None,
) -> IssueScale:
    """Estimate positions on one set of votes beside the positions on all others.

    The common position is a random walk as in :func:`fit`, the deviation a stationary AR(1)
    whose sd and persistence are estimated (EM). Every vote is used once: on one side or the
    other. Positions are found by expectation propagation on a grid, deviations by a Kalman
    smoother; the items' uncertainty then lowers the information of each row.

    Parameters
    ----------
    votes : VoteData
        The votes that `common` was fitted to.
    on_issue : ndarray of bool, shape (n,)
        Which of them are on the issue. A text with several issues is on each in its own run.
    common : IdealPoints
        Result of :func:`fit`.
    options : FitOptions, optional
        Those of the common fit; its clock must be "calendar".

    Returns
    -------
    IssueScale

    Raises
    ------
    BadInput
        The mask has another shape, one side has no informative vote, `common` is of other
        votes, the clock is not the calendar's, or positions on the issue have nothing in common
        with those on other votes.

    References
    ----------
    Minka 2001, Uncertainty in Artificial Intelligence 17:362-369 (expectation propagation).
    """
    options = options or FitOptions()
    check(votes, on_issue, options)
    _fits(votes, on_issue, common)
    known = (votes.vote != ABSENT) & np.isin(votes.item, common.items.item)
    first = int(votes.period[known].min())
    states = np.unique(votes.state[known])
    sides = tuple(
        side(votes.where(known & mask), first, states, options) for mask in (~on_issue, on_issue)
    )
    world = lay_out(sides, common, first, int(votes.period[known].max()), states, options)
    return _result(world, iterate(world), options)


def check(votes: VoteData, on_issue: NDArray[np.bool_], options: FitOptions) -> None:
    """Refuse what scales by issue cannot have.

    Raises
    ------
    BadInput
        The mask has another shape or type, or an option is none that scales by issue follow.
    """
    if options.clock != "calendar":
        raise BadInput(f"scales by issue need the calendar clock; got {options.clock!r}")
    if options.absences != "dropped" or options.answer_bound is not None:
        raise BadInput("scales by issue drop absences and bound no answers; leave these options")
    if on_issue.shape != votes.vote.shape or on_issue.dtype != np.bool_:
        raise BadInput(f"on_issue must be a mask of shape {votes.vote.shape} and of type bool")
    if not on_issue.any() or on_issue.all():
        raise BadInput("one side has no vote: an issue is some of the votes, not all")


def _fits(votes: VoteData, on_issue: NDArray[np.bool_], common: IdealPoints) -> None:
    if not np.isfinite(common.diagnostics.pull):
        raise BadInput("the common fit has no pull: give one of fit, not of sampled")
    known = (votes.vote != ABSENT) & np.isin(votes.item, common.items.item)
    if len(np.unique(votes.item[known])) < len(common.items.item):
        raise BadInput("the common fit is of other votes: some of its items are not among these")
    if not (known & on_issue).any() or not (known & ~on_issue).any():
        raise BadInput("one side has no informative vote: an issue is some of the votes, not all")


def _result(world: World, state: State, options: FitOptions) -> IssueScale:
    cell = (world.sides[1].period, world.sides[1].state)
    wide = widened(world, state, options)
    others, points = (
        as_scale(world.states, world.begin, world.grid, side, row, ratio, options)
        for side, row, ratio in zip(world.sides, state.rows, wide, strict=True)
    )
    return IssueScale(
        points=points,
        others=others,
        tau=state.motion.tau,
        rho=state.motion.rho,
        steepness=float(np.sqrt((state.items[:, 0] ** 2 + state.spread[:, 0, 0]).mean())),
        slope=regression(state.smoothed.mean[cell], state.smoothed.cov[cell])[1],
        stretch_sd=_stretch_sd(state.smoothed.mean[:, :, 0], world, state.motion),
        iterations=state.iterations,
        converged=state.converged,
    )


def as_scale(
    states: NDArray[Any], begin: int, grid: Floats, s: Side, row: Tilted, wide: Floats,
    options: FitOptions,
) -> Scale:  # fmt: skip
    """Return the rows of a side as a scale.

    Parameters
    ----------
    states : ndarray
        Labels, to which `s.state` points.
    begin : int
        Period numbered 0 in `s.period`.
    grid : ndarray, shape (G,)
    s : Side
        N rows.
    row : Tilted
    wide : ndarray, shape (N,)
        Multiplies sds and the arms of intervals for the items' uncertainty.
    options : FitOptions
        For the coverage.
    """
    mean = row.moments.mean
    lo, hi = bounds(row.posterior, grid, row.moments, options.level)
    return Scale(
        state=states[s.state],
        period=s.period + begin,
        theta=mean,
        sd=wide * np.sqrt(row.moments.var),
        lo=mean + wide * (lo - mean),
        hi=mean + wide * (hi - mean),
        n_votes=s.layout.n_votes,
    )


def _stretch_sd(theta: Floats, world: World, motion: Motion) -> float:
    """Sd of a common stretch of the issue's scale under the prior on deviations alone."""
    time = np.arange(len(theta))[:, None]
    moved = theta[1:] - motion.rho * theta[:-1]
    paired = (time[:-1] >= world.first) & (time[1:] <= world.last)
    begins = theta[world.first, np.arange(theta.shape[1])]
    total = (begins**2).sum() + (moved[paired] ** 2).sum() / (1 - motion.rho**2)
    return float(motion.tau / np.sqrt(total))
