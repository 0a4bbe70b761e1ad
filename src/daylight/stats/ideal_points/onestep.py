"""One period by itself: positions and items given what the periods before say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .blur import expected_log
from .data import Floats
from .identify import Moments, Reversion, moments
from .information import information, item_prior_information
from .items import newton, tallies
from .layout import Block, Layout
from .model import curves
from .options import FitOptions
from .states import likelihood
from .summary import bounds

_FIRST_STEPS = 6
_MOST = 80
_ENOUGH = 2.5
"""A period is settled at this multiple of the tolerance: the next period moves it anyway."""


@dataclass(frozen=True, slots=True)
class Step:
    """Result of one period, arrays over its rows; `wider` multiplies sds for the items."""

    posterior: Floats
    found: Moments
    lo: Floats
    hi: Floats
    wider: Floats
    back: Reversion
    iterations: int
    change: float
    converged: bool


def one_period(
    layout: Layout, block: Block, grid: Floats, ahead: Floats, begin: Floats, items: Floats,
    memory: NDArray[np.float32], level: tuple[float, float], options: FitOptions,
) -> Step:
    """Estimate one period by EM.

    Items are uncertain here, each resting on one period of positions that are themselves in
    question, so their uncertainty enters the positions to second order (see :mod:`.blur`).

    Parameters
    ----------
    ahead, begin : ndarray, shape (rows, G)
        Distributions predicted from the past, and those to start from.
    items, memory : ndarray, shapes (J, 3) and (J, 3, G)
        Parameters and tallies of earlier votes; this period's items are updated in place.
    level : tuple of float
        Mean and variance of the period before, on the pooled scale.
    """
    small = _alone(layout, block)
    mine, known = items[block.items], memory[block.items].astype(float)
    new = known.sum((1, 2)) == 0
    tally = known + tallies(small, begin)
    for _ in range(_FIRST_STEPS):
        mine, covariance = newton(mine, tally, curves(mine, grid), grid, options)
    back, last, k, change = Reversion(0.0, 0.0), begin @ grid, 0, np.inf
    enough = _ENOUGH * options.tolerance
    while k < _MOST and change > enough:
        k += 1
        at = curves(mine, grid)
        factor = back.log_factor(small.weight, grid)
        like, _ = likelihood(small, expected_log(at, grid, covariance), factor)
        posterior = ahead * like
        posterior /= posterior.sum(1, keepdims=True)
        found = moments(posterior, grid)
        change = float((np.abs(found.mean - last) / np.sqrt(found.var)).max())
        last = found.mean
        tally = known + tallies(small, posterior)
        mine, covariance = newton(mine, tally, at, grid, options)
        back = _balance(mine[new], found, small.weight, level, options)
    items[block.items] = mine
    memory[block.items] = tally
    wider = _inflation(small, mine, found, ahead, grid, back, options)
    lo, hi = bounds(posterior, grid, found, options.level)
    return Step(posterior, found, lo, hi, wider, back, k, change, change <= enough)


def _alone(layout: Layout, block: Block) -> Layout:
    """The block as a layout of its own, items numbered from 0."""
    n = block.rows.stop - block.rows.start
    here = Block(slice(0, n), np.arange(len(block.items)), block.chose)
    nothing = np.zeros(n, dtype=np.int64)
    return Layout(
        layout.states, layout.periods, layout.items[block.items], layout.row_state[block.rows],
        nothing, layout.n_votes[block.rows], nothing - 1, np.zeros(n),
        layout.weight[block.rows], (here,),
    )


def _balance(
    new: Floats, found: Moments, weight: Floats, level: tuple[float, float], options: FitOptions
) -> Reversion:
    """Pull and tilt that cancel the push of the new items' priors on scale and origin.

    Both lean against the level of the period before, else small errors add up over time.
    """
    b, c1, c2 = new.T
    second = found.var + found.mean**2
    force = float((b * b).sum()) / options.discrimination_sd**2
    pull = force / float((weight * second).sum()) * level[1]
    if options.pull is not None:
        pull = options.pull
    push = float(((c1 + c2) * b).sum()) / options.cutpoint_sd**2
    center = float((weight * found.mean).sum() / weight.sum())
    return Reversion(pull, push / float(weight.sum()) + pull * (center - level[0]))


def _inflation(
    small: Layout, items: Floats, found: Moments, ahead: Floats, grid: Floats, back: Reversion,
    options: FitOptions,
) -> Floats:
    """Ratio of sds with and without the uncertainty of this period's items."""
    if not options.item_uncertainty:
        return np.ones(len(found.mean))
    info = information(small.blocks[0], items, found.mean)
    own = info.own + small.weight * back.pull + 1 / moments(ahead, grid).var
    shared = item_prior_information(items, options) + info.shared
    part = np.einsum("njk,jkl->njl", info.cross, np.linalg.cholesky(np.linalg.inv(shared)))
    part = part.reshape(len(own), -1)
    total = np.linalg.inv(np.diag(own) - part @ part.T).diagonal()
    return np.asarray(np.sqrt(np.maximum(total * own, 1.0)))
