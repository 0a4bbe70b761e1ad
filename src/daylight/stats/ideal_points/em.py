"""EM: positions summed out over the grid, items at their posterior mode, metric held."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accelerate import Anderson
from .data import Floats
from .identify import Moments, Reversion, moments, next_reversion, rescale
from .items import NEUTRAL, log_prior, newton, tallies
from .layout import Layout
from .model import curves
from .options import FitOptions
from .start import start_posterior
from .states import Chain, chain, likelihood, smooth

_FIRST_PULL = 2.0
_FIRST_STEPS = 8
"""Newton steps that bring the items to the starting positions."""
_COARSE = 8
"""Iterations on the coarsest grid before the step is fitted and acceleration starts."""
_STEP_PER_SD = 1.25
"""Grid steps per posterior sd (its 5 % quantile): sums over a normal are then exact to 1e-4."""
_FINEST = 0.03
_ORDERED = 0.3
"""An accelerated gap may shrink to this share of the plain one; else the plain item is kept."""


@dataclass(frozen=True, slots=True)
class Converged:
    """State of the iteration at its end.

    `posterior`, shape (N, G) on `lattice.grid`, belongs to `items`; `change` is the largest
    move of a position in the last iteration, in posterior sds.
    """

    items: Floats
    posterior: Floats
    found: Moments
    lattice: Chain
    reversion: Reversion
    log_posterior: float
    iterations: int
    change: float
    converged: bool


def iterate(layout: Layout, start: Floats, options: FitOptions) -> Converged:
    """Run EM from starting positions of shape (N,) until positions stand still."""
    lattice = chain(layout, options.grid_step, options)
    items = _first_items(layout, start, lattice.grid, options)
    back = Reversion(_FIRST_PULL if options.pull is None else options.pull, 0.0)
    faster, last, small, k = Anderson(), start, 0, 0
    while True:
        k += 1
        at = curves(items, lattice.grid)
        factor = back.log_factor(layout.weight, lattice.grid)
        weights, scales = likelihood(layout, np.log(at.p), factor)
        posterior, total = smooth(layout, lattice, weights)
        found = moments(posterior, lattice.grid)
        value = total + float(scales.sum()) + log_prior(items, options)
        place = (found.mean - found.shift) / found.scale
        change = float((np.abs(place - last) / np.sqrt(found.var)).max())
        last, small = place, small + 1 if change < options.tolerance else 0
        done = small >= 2 and k > _COARSE + 2
        if done or k >= options.max_iterations:
            return Converged(items, posterior, found, lattice, back, value, k, change, done)
        tally = tallies(layout, posterior)
        new, _ = newton(items, tally, at, lattice.grid, options)
        new = rescale(new, found.shift, found.scale)
        onward = next_reversion(back, found, layout.weight, options.pull is not None)
        if k == _COARSE:
            lattice = chain(layout, _fitted_step(found, options), options)
        if k > _COARSE:
            new, onward = _accelerated(faster, items, back, new, onward)
        items, back = new, onward


def _first_items(layout: Layout, start: Floats, grid: Floats, options: FitOptions) -> Floats:
    tally = tallies(layout, start_posterior(start, grid))
    items = np.tile(np.array(NEUTRAL), (len(layout.items), 1))
    for _ in range(_FIRST_STEPS):
        items, _ = newton(items, tally, curves(items, grid), grid, options)
    return items


def _fitted_step(found: Moments, options: FitOptions) -> float:
    sharp = float(np.quantile(np.sqrt(found.var), 0.05))
    return float(np.clip(_STEP_PER_SD * sharp, _FINEST, options.grid_step))


def _accelerated(
    faster: Anderson, items: Floats, back: Reversion, new: Floats, onward: Reversion
) -> tuple[Floats, Reversion]:
    x = np.concatenate([items.ravel(), [back.pull, back.tilt]])
    g = np.concatenate([new.ravel(), [onward.pull, onward.tilt]])
    y = faster.step(x, g)
    tried = y[:-2].reshape(items.shape)
    gap, plain = tried[:, 2] - tried[:, 1], new[:, 2] - new[:, 1]
    bad = gap < _ORDERED * np.minimum(plain, items[:, 2] - items[:, 1])
    tried[bad] = new[bad]
    return tried, Reversion(max(float(y[-2]), 0.0), float(y[-1]))
