"""Positions on one set of votes from no later vote: one pass over the periods."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..data import Floats, Ints, VoteData
from ..model.states import even_grid
from ..options import FitOptions
from ..result import IdealPoints
from .em import FIRST_RHO, FIRST_TAU, STEP
from .motion import Motion, Products, between
from .period import PeriodFit, PeriodVotes, counted, held_in, place, settle
from .scales import Scale, as_scale, check

_WORTH = 50.0
"""States whose moves the first guess of tau and rho is worth."""


@dataclass(frozen=True, slots=True)
class FilteredScale:
    """One-sided positions, and how deviations were taken to move at the end.

    Attributes
    ----------
    points, others : Scale
        Positions on the issue, and on all other votes.
    tau, rho : float
        Stationary sd of the deviations and their correlation from one period to the next, as
        learned from all periods.
    converged : bool
        Positions stood still in every period.
    """

    points: Scale
    others: Scale
    tau: float
    rho: float
    converged: bool


@dataclass(frozen=True, slots=True)
class _Carried:
    """What a period hands to the next: coordinates of all states, and what was learned."""

    mean: Floats
    cov: Floats
    seen: NDArray[np.bool_]
    motion: Motion
    sums: Products


def issue_filtered(
    votes: VoteData,
    on_issue: NDArray[np.bool_],
    common: IdealPoints | Scale,
    options: FitOptions | None = None,
) -> FilteredScale:
    """Estimate positions on one set of votes, each period from the votes up to its end.

    The model is that of :func:`issue_scale`. Entering a period each state has what earlier
    periods say about its two coordinates. The period's other items are taken where its filtered
    common positions put them; the issue's items and the positions are then estimated together.
    Items are new in every period. In every period the issue's scale is brought to slope 1 and
    shift 0 against the common one, as far as a factor of two can. Tau and rho are learned as the
    periods pass.

    Parameters
    ----------
    votes, on_issue, options
        As for :func:`issue_scale`.
    common : IdealPoints or Scale
        Result of :func:`filtered` on these votes, of which states, periods, positions and sds
        are used. A state and period without a row there has none here.

    Returns
    -------
    FilteredScale

    Raises
    ------
    BadInput
        The mask has another shape or type, one side has no vote, or an option is none that scales
        by issue follow.

    Notes
    -----
    Votes on items that are unanimous within their period are left out and not counted.
    """
    options = options or FitOptions()
    check(votes, on_issue, options)
    grid = even_grid(options.grid_limit, STEP)
    states = np.unique(common.state)
    n = len(states)
    motion = Motion(FIRST_TAU, FIRST_RHO, options.innovation, options.entry_sd)
    blank = np.zeros(n, dtype=bool)
    now = _Carried(np.zeros((n, 2)), np.tile(motion.start, (n, 1, 1)), blank, motion, _guess())
    parts: list[tuple[Scale | None, ...]] = []
    settled = True
    for period in range(int(common.period.min()), int(common.period.max()) + 1):
        held = held_in(votes, on_issue, common, period, states, options)
        if held is None:
            now = _idle(now)
            continue
        now, step = _advance(held, now, grid, options)
        settled &= step.converged
        parts.append(step.scales)
    others, points = (_joined([p[c] for p in parts]) for c in (0, 1))
    return FilteredScale(points, others, now.motion.tau, now.motion.rho, settled)


def _guess() -> Products:
    square = _WORTH * FIRST_TAU**2
    return Products(_WORTH, square, _WORTH, square, FIRST_RHO * square, square)


def _idle(now: _Carried) -> _Carried:
    """Let a period without votes pass."""
    mean, cov = _ahead(now)
    return replace(now, mean=mean, cov=cov)


def _ahead(now: _Carried) -> tuple[Floats, Floats]:
    mean, cov = now.motion.ahead(now.mean, now.cov)
    new = ~now.seen
    return np.where(new[:, None], 0.0, mean), np.where(new[:, None, None], now.motion.start, cov)


@dataclass(frozen=True, slots=True)
class _Settled:
    """Scales of a period, others first, and whether its positions stood still."""

    scales: tuple[Scale | None, ...]
    converged: bool


def _advance(
    held: PeriodVotes, now: _Carried, grid: Floats, options: FitOptions
) -> tuple[_Carried, _Settled]:
    ahead = _ahead(now)
    fitted = settle(held, ahead, grid, options)
    mean, cov = counted(held, ahead, fitted, options)
    scales = tuple(_scale(held, fitted, (mean, cov), c, grid, options) for c in (0, 1))
    seen = now.seen.copy()
    for s in held.sides:
        if s is not None:
            seen[s.state] = True
    after = replace(now, mean=mean, cov=cov, seen=seen)
    if held.sides[1] is not None:
        sums = now.sums + _learned(now, (mean, cov), held.sides[1].state)
        tau, rho = sums.best()
        after = replace(after, motion=replace(now.motion, tau=tau, rho=rho), sums=sums)
    return after, _Settled(scales, fitted.converged)


def _scale(
    held: PeriodVotes, fitted: PeriodFit, wide: tuple[Floats, Floats], column: int, grid: Floats,
    options: FitOptions,
) -> Scale | None:  # fmt: skip
    s, row = held.sides[column], fitted.rows[column]
    if s is None or row is None:
        return None
    old, new = (place(*x, s, column)[1] for x in ((fitted.mean, fitted.cov), wide))
    ratio = np.sqrt(np.maximum(new / old, 1.0))
    return as_scale(held.states, held.period, grid, s, row, ratio, options)


def _learned(now: _Carried, new: tuple[Floats, Floats], voted: Ints) -> Products:
    """Sum what this period adds on how deviations move, from the states that voted on the issue."""
    back = voted[now.seen[voted]]
    fresh = voted[~now.seen[voted]]
    old = (now.mean[back], now.cov[back])
    before, cross, square = between(old, (new[0][back], new[1][back]), now.motion)
    first = new[1][fresh, 1, 1] + new[0][fresh, 1] ** 2
    return Products(
        len(fresh), float(first.sum()), len(back),
        float(square.sum()), float(cross.sum()), float(before.sum()),
    )  # fmt: skip


def _joined(parts: list[Scale | None]) -> Scale:
    some = [p for p in parts if p is not None]
    return Scale(*(np.concatenate([getattr(p, name) for p in some]) for name in Scale.__slots__))
