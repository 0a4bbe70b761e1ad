"""EM for one issue: positions by expectation propagation, its items at their mode, tau, rho.

The condition that ties the issue's scale to the common one is met in every iteration: shift and
stretch are moved from the positions to the items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

from ..data import Floats, Ints
from ..inference.identify import rescale
from ..model.information import item_prior_information
from ..model.items import newton, tallies
from ..model.response import curves
from ..model.states import even_grid, likelihood
from ..options import FitOptions
from ..result import IdealPoints
from .motion import (
    COMMON,
    ISSUE,
    SMALLEST,
    Motion,
    Products,
    Sites,
    Smoothed,
    products,
    smooth,
)
from .sites import Side, Tilted, regression, tilted, usable
from .uncertain_items import expected_log

FIRST_TAU, FIRST_RHO = 0.5, 0.9
STEP = 0.08
_ENOUGH = 2.0
"""A scale is settled at this multiple of the tolerance: it is the largest of 10,000 moves."""
_MOST = 100
_FASTER = 1.8
"""EM moves a variance near zero too slowly: its steps are stretched by this power."""
_FIRM = 0.5
"""Share of a shift or stretch left by an iteration that is held against all later ones."""
_MOST_HELD = 0.5
_WIDEST = 3.0
"""Deviations with a larger sd leave nothing in common by which the scales could be tied."""


@dataclass(frozen=True, slots=True)
class World:
    """What stays fixed, for T periods, n states and N rows of the other votes.

    Attributes
    ----------
    sides : (Side, Side)
        All other votes, and those on the issue.
    states : ndarray, shape (n,)
        Labels.
    begin : int
        First period.
    grid : ndarray, shape (G,)
    others : ndarray, shape (N, G)
        Likelihood of the other votes.
    fixed : ndarray, shape (J, 3)
        Items of the other side, which keep the parameters of the common fit.
    items : ndarray, shape (J', 3)
        Items of the issue as the common fit has them, to start from.
    pull : ndarray, shape (T, n)
        Mean reversion of the common position.
    first, last : ndarray of int, shape (n,)
        Numbers of the first and last period of each state.
    options : FitOptions
    """

    sides: tuple[Side, ...]
    states: NDArray[Any]
    begin: int
    grid: Floats
    others: Floats
    fixed: Floats
    items: Floats
    pull: Floats
    first: Ints
    last: Ints
    options: FitOptions


def lay_out(
    sides: tuple[Side, ...],
    common: IdealPoints,
    begin: int,
    end: int,
    states: NDArray[Any],
    options: FitOptions,
) -> World:
    """Prepare what stays fixed.

    Parameters
    ----------
    sides : (Side, Side)
        All other votes, and those on the issue.
    common : IdealPoints
        Fit of all votes, which has all items of both sides.
    begin, end : int
        First and last period.
    states : ndarray, shape (n,)
        Labels, sorted.
    options : FitOptions
    """
    grid = even_grid(options.grid_limit, STEP)
    table = np.stack(
        [common.items.discrimination, common.items.cut_yes, common.items.cut_no], axis=1
    )
    order = np.argsort(common.items.item)  # those of a filter are in order of appearance
    place = (order[np.searchsorted(common.items.item, s.layout.items, sorter=order)] for s in sides)
    fixed, items = (table[rows] for rows in place)
    nothing = np.zeros((len(sides[0].period), len(grid)))
    others, _ = likelihood(sides[0].layout, np.log(curves(fixed, grid).p), nothing)
    count = np.zeros((end - begin + 1, len(states)))
    for s in sides:
        np.add.at(count, (s.period, s.state), s.layout.n_votes)
    seen = count > 0
    pull = common.diagnostics.pull * count / count[seen].mean()
    last = len(count) - 1 - seen[::-1].argmax(0)
    return World(
        sides, states, begin, grid, others, fixed, items, pull, seen.argmax(0), last, options
    )


@dataclass(frozen=True, slots=True)
class State:
    """What moves.

    Attributes
    ----------
    sites : Sites
    items, spread : ndarray, shapes (J', 3) and (J', 3, 3)
        Items of the issue and their covariances.
    motion : Motion
    smoothed : Smoothed
        Coordinates of all states in all periods, given the sites of the iteration before.
    rows : (Tilted, Tilted)
        Rows of both sides.
    iterations : int
    converged : bool
    """

    sites: Sites
    items: Floats
    spread: Floats
    motion: Motion
    smoothed: Smoothed
    rows: tuple[Tilted, ...]
    iterations: int
    converged: bool


def iterate(world: World) -> State:
    """Run EM until positions and tau stand still.

    Raises
    ------
    BadInput
        Positions on the issue have nothing in common with those on other votes.
    """
    options, (rest, mine) = world.options, world.sides
    shape = (*world.pull.shape, 2)
    sites = Sites(np.zeros(shape), np.zeros(shape))
    motion = Motion(FIRST_TAU, FIRST_RHO, options.innovation, options.entry_sd)
    items, spread = world.items, np.zeros((len(world.items), 3, 3))
    nothing = np.zeros((len(mine.period), len(world.grid)))
    cell = (mine.period, mine.state)
    last, held = np.zeros(len(mine.period)), np.zeros(2)
    k, done = 0, False
    while not done and k < _MOST and motion.tau < _WIDEST:
        k += 1
        smoothed = smooth(_pulled(sites, world.pull), world.first, motion)
        at = curves(items, world.grid)
        own, _ = likelihood(mine.layout, expected_log(at, world.grid, spread), nothing)
        rows = tuple(
            _tilt(smoothed, sites, s, c, weights, world.grid)
            for s, c, weights in ((rest, 0, world.others), (mine, 1, own))
        )
        sites = _renewed(sites, world.sides, rows)
        tie = regression(smoothed.mean[cell], smoothed.cov[cell])
        tally = tallies(mine.layout, rows[1].posterior)
        items, spread = newton(items, tally, at, world.grid, options)
        held = np.clip(held + _FIRM * (np.array(tie) - [0.0, 1.0]), -_MOST_HELD, _MOST_HELD)
        items = rescale(items, *(np.array(tie) + held).tolist())
        sites = _rescaled(sites, *tie)
        new = _next_motion(motion, products(smoothed, world.first, world.last))
        still = abs(new.tau / motion.tau - 1) < 0.01 and abs(new.rho - motion.rho) < 0.01
        change = float((np.abs(rows[1].moments.mean - last) / np.sqrt(rows[1].moments.var)).max())
        last, motion = rows[1].moments.mean, new
        done = still and change < _ENOUGH * options.tolerance
    if motion.tau >= _WIDEST:
        raise BadInput(
            "positions on the issue do not go with those on other votes: no stretch of its scale "
            "has slope 1, so the two have no common metric"
        )
    return State(sites, items, spread, motion, smoothed, rows, k, done)


def _pulled(sites: Sites, pull: Floats) -> Sites:
    precision = sites.precision.copy()
    precision[:, :, 0] += pull
    return Sites(precision, sites.shift)


def _tilt(
    smoothed: Smoothed, sites: Sites, s: Side, column: int, weights: Floats, grid: Floats
) -> Tilted:
    mean, var = smoothed.of((COMMON, ISSUE)[column])
    cell = (s.period, s.state)
    site = (sites.precision[*cell, column], sites.shift[*cell, column])
    return tilted(weights, grid, (mean[cell], var[cell]), site)


def _renewed(sites: Sites, sides: tuple[Side, ...], rows: tuple[Tilted, ...]) -> Sites:
    precision, shift = sites.precision.copy(), sites.shift.copy()
    for column, (s, row) in enumerate(zip(sides, rows, strict=True)):
        precision[s.period, s.state, column] = row.precision
        shift[s.period, s.state, column] = row.shift
    return Sites(precision, shift)


def _rescaled(sites: Sites, shift: float, scale: float) -> Sites:
    precision, moved = sites.precision.copy(), sites.shift.copy()
    moved[:, :, 1] = scale * (moved[:, :, 1] - precision[:, :, 1] * shift)
    precision[:, :, 1] *= scale**2
    return Sites(precision, moved)


def _next_motion(old: Motion, sums: Products) -> Motion:
    tau, rho = sums.best()
    return replace(old, tau=max(old.tau * (tau / old.tau) ** _FASTER, SMALLEST), rho=rho)


def widened(world: World, state: State, options: FitOptions) -> tuple[Floats, ...]:
    """Return the ratio, at least 1, of sds with and without the items' uncertainty, by side."""
    if not options.item_uncertainty:
        return tuple(np.ones(len(s.period)) for s in world.sides)
    known = smooth(_pulled(state.sites, world.pull), world.first, state.motion)
    items = (world.fixed, state.items)
    smoothed, sites = known, state.sites
    for _ in range(2):
        precision = state.sites.precision.copy()
        for column, s in enumerate(world.sides):
            cell = (s.period, s.state)
            mean, var = smoothed.of((COMMON, ISSUE)[column])
            cavity = np.maximum(1 / var[cell] - sites.precision[*cell, column], 0.0)
            prior = item_prior_information(items[column], options)
            precision[*cell, column] *= usable(s, items[column], prior, mean[cell], cavity)
        share = precision / np.maximum(state.sites.precision, 1e-300)
        sites = Sites(precision, state.sites.shift * share)
        smoothed = smooth(_pulled(sites, world.pull), world.first, state.motion)
    ratios = []
    for s, weights in zip(world.sides, (COMMON, ISSUE), strict=True):
        new, old = (x.of(weights)[1][s.period, s.state] for x in (smoothed, known))
        ratios.append(np.sqrt(np.maximum(new / old, 1.0)))
    return tuple(ratios)
