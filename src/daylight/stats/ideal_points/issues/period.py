"""One period of the one-sided pass by itself: its items and positions, given the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..data import ABSENT, Floats, Ints, VoteData
from ..inference.identify import rescale
from ..model.information import item_prior_information
from ..model.items import NEUTRAL, newton, tallies
from ..model.response import curves
from ..model.states import likelihood
from ..options import FitOptions
from ..result import IdealPoints
from .motion import COMMON, ISSUE, site_matrix, update
from .scales import Scale
from .sites import Side, Tilted, regression, side, tilted, usable
from .uncertain_items import expected_log

_PULL = 2.0
"""That of fits to all UN votes. One solved from all periods would be known too late."""
_FIRST_STEPS = 8
"""Newton steps that bring new items to the common positions."""
_MOST = 40
"""Iterations at most; a period that needs more is reported as not converged."""
_NARROW = 0.5
"""A period stretches the issue's scale no more than from this to its inverse."""
_ENOUGH = 0.1
"""A period is settled when no position moves by more posterior sds: the next moves it anyway."""


@dataclass(frozen=True, slots=True)
class PeriodVotes:
    """The votes of one period, and where all n states stand as far as was known.

    Attributes
    ----------
    period : int
    sides : (Side or None, Side or None)
        Other votes, and those on the issue; None where there is no vote.
    theta, sd : ndarray, shape (n,)
        Filtered common positions, NaN for states without a row.
    states : ndarray, shape (n,)
        Labels.
    """

    period: int
    sides: tuple[Side | None, Side | None]
    theta: Floats
    sd: Floats
    states: NDArray[Any]


def held_in(
    votes: VoteData,
    on_issue: NDArray[np.bool_],
    common: IdealPoints | Scale,
    period: int,
    states: NDArray[Any],
    options: FitOptions,
) -> PeriodVotes | None:
    """Return the votes of `period` on items that found more than one answer, or None."""
    rows = common.period == period
    in_period = (votes.period == period) & (votes.vote != ABSENT)
    cast = np.flatnonzero(in_period & np.isin(votes.state, common.state[rows]))
    cast = cast[_divided(votes.item[cast], votes.vote[cast])]
    if not len(cast):
        return None
    theta, sd = np.full((2, len(states)), np.nan)
    place = np.searchsorted(states, common.state[rows])
    theta[place], sd[place] = common.theta[rows], common.sd[rows]
    both = (cast[~on_issue[cast]], cast[on_issue[cast]])
    rest, mine = (side(votes.where(k), period, states, options) if len(k) else None for k in both)
    return PeriodVotes(period, (rest, mine), theta, sd, states)


def _divided(item: NDArray[Any], vote: Ints) -> NDArray[np.bool_]:
    """Whether the item of each vote found more than one answer."""
    _, index = np.unique(item, return_inverse=True)
    seen = np.zeros((index.max(initial=-1) + 1, 4), dtype=bool)
    seen[index, vote] = True
    return (seen.sum(1) > 1)[index]


@dataclass(frozen=True, slots=True)
class PeriodFit:
    """A period at its end.

    Attributes
    ----------
    precision, shift : ndarray, shape (n, 2)
        Sites of both sides.
    items : list of ndarray, shape (J, 3)
        By side.
    rows : list of Tilted or None
        By side.
    mean, cov : ndarray, shapes (n, 2) and (n, 2, 2)
        The two coordinates of all states.
    converged : bool
    """

    precision: Floats
    shift: Floats
    items: list[Floats]
    rows: list[Tilted | None]
    mean: Floats
    cov: Floats
    converged: bool


def settle(
    held: PeriodVotes, ahead: tuple[Floats, Floats], grid: Floats, options: FitOptions
) -> PeriodFit:
    """Estimate positions and items of one period.

    Parameters
    ----------
    held : PeriodVotes
    ahead : (ndarray, ndarray)
        What the past says: means, shape (n, 2), and covariances, (n, 2, 2), of the coordinates.
    grid : ndarray, shape (G,)
    options : FitOptions
    """
    placed = [None if s is None else _placed(s, held, grid, options) for s in held.sides]
    items = [np.zeros((0, 3)) if x is None else x[0] for x in placed]
    weights = [
        None if s is None or x is None else _weights(s, *x, grid)
        for s, x in zip(held.sides, placed, strict=True)
    ]
    mine = held.sides[1]
    precision, shift = np.zeros((2, len(held.states), 2))
    pull = _pull(held, options)
    rows: list[Tilted | None] = [None, None]
    last, whole, done = np.zeros(0), 1.0, False
    for _ in range(_MOST):
        mean, cov = update(*ahead, *site_matrix(precision + pull, shift))
        for c, s in enumerate(held.sides):
            likely = weights[c]
            if s is None or likely is None:
                continue
            site = (precision[s.state, c], shift[s.state, c])
            rows[c] = row = tilted(likely, grid, place(mean, cov, s, c), site)
            precision[s.state, c], shift[s.state, c] = row.precision, row.shift
        now = np.concatenate([r.moments.mean for r in rows if r is not None])
        sd = np.sqrt(np.concatenate([r.moments.var for r in rows if r is not None]))
        done = len(last) > 0 and float((np.abs(now - last) / sd).max()) < _ENOUGH
        last = now
        if done:
            break
        if mine is not None and rows[1] is not None:
            tally = tallies(mine.layout, rows[1].posterior)
            at = curves(items[1], grid)
            items[1], spread = newton(items[1], tally, at, grid, options)
            by, stretch = regression(mean[mine.state], cov[mine.state])
            if _NARROW < whole * stretch < 1 / _NARROW:
                whole *= stretch
                items[1] = rescale(items[1], by, stretch)
            weights[1] = _weights(mine, items[1], spread, grid)
    return PeriodFit(precision, shift, items, rows, mean, cov, done)


def _placed(s: Side, held: PeriodVotes, grid: Floats, options: FitOptions) -> tuple[Floats, Floats]:
    """Items, and their covariances, where the filtered common positions put them."""
    theta, sd = held.theta[s.state, None], held.sd[s.state, None]
    density = np.exp(-0.5 * ((grid - np.clip(theta, grid[0], grid[-1])) / sd) ** 2)
    tally = tallies(s.layout, density / density.sum(1, keepdims=True))
    items = np.tile(np.array(NEUTRAL), (len(s.layout.items), 1))
    for _ in range(_FIRST_STEPS):
        items, spread = newton(items, tally, curves(items, grid), grid, options)
    return items, spread


def _weights(s: Side, items: Floats, spread: Floats, grid: Floats) -> Floats:
    nothing = np.zeros((len(s.state), len(grid)))
    return likelihood(s.layout, expected_log(curves(items, grid), grid, spread), nothing)[0]


def _pull(held: PeriodVotes, options: FitOptions) -> Floats:
    out = np.zeros((len(held.states), 2))
    for s in held.sides:
        if s is not None:
            out[s.state, 0] += s.layout.n_votes
    pull = _PULL if options.pull is None else options.pull
    return np.asarray(pull * out / out[out > 0].mean())


def place(mean: Floats, cov: Floats, s: Side, column: int) -> tuple[Floats, Floats]:
    """Return mean and variance of the position that a side's rows see, each (N,)."""
    way = (COMMON, ISSUE)[column]
    return mean[s.state] @ way, np.einsum("nij,i,j->n", cov[s.state], way, way)


def counted(
    held: PeriodVotes, ahead: tuple[Floats, Floats], fitted: PeriodFit, options: FitOptions
) -> tuple[Floats, Floats]:
    """Return means and covariances of the coordinates once the items' uncertainty is counted."""
    if not options.item_uncertainty:
        return fitted.mean, fitted.cov
    precision = fitted.precision.copy()
    for c, s in enumerate(held.sides):
        if s is None:
            continue
        prior = item_prior_information(fitted.items[c], options)
        mean, var = place(fitted.mean, fitted.cov, s, c)
        cavity = np.maximum(1 / var - precision[s.state, c], 0.0)
        precision[s.state, c] *= usable(s, fitted.items[c], prior, mean, cavity)
    share = precision / np.maximum(fitted.precision, 1e-300)
    return update(*ahead, *site_matrix(precision + _pull(held, options), fitted.shift * share))
