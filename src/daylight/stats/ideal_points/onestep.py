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
_MOST = 120
_ENOUGH = 2.5
"""A period is settled at this multiple of the tolerance: the next period moves it anyway."""


@dataclass(frozen=True, slots=True)
class Past:
    """Sums over all earlier periods.

    `push` is that of the item priors towards larger scales, `held` the weighted second moments
    that a pull against it acts on.
    """

    push: float = 0.0
    held: float = 0.0

    def reversion(self, options: FitOptions) -> Reversion:
        """Cancel the average push; fixed within a period, else it would chase its own effect."""
        if options.pull is not None:
            return Reversion(options.pull, 0.0)
        return Reversion(max(self.push, 0.0) / max(self.held, 1e-12), 0.0)


@dataclass(frozen=True, slots=True)
class Step:
    """Result of one period, arrays over its rows; `wider` multiplies sds for the items."""

    posterior: Floats
    found: Moments
    lo: Floats
    hi: Floats
    wider: Floats
    back: Reversion
    push: float
    held: float
    iterations: int
    change: float
    converged: bool


def one_period(
    layout: Layout,
    block: Block,
    grid: Floats,
    ahead: Floats,
    begin: Floats,
    items: Floats,
    memory: NDArray[np.float32],
    past: Past,
    options: FitOptions,
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
    past : Past
    """
    small = _alone(layout, block)
    mine, known = items[block.items], memory[block.items].astype(float)
    tally = known + tallies(small, begin)
    for _ in range(_FIRST_STEPS):
        mine, covariance = newton(mine, tally, curves(mine, grid), grid, options)
    back = past.reversion(options)
    factor = back.log_factor(small.weight, grid)
    last, k, change = begin @ grid, 0, np.inf
    enough = _ENOUGH * options.tolerance
    while k < _MOST and change > enough:
        k += 1
        at = curves(mine, grid)
        like, _ = likelihood(small, expected_log(at, grid, covariance), factor)
        posterior = ahead * like
        posterior /= posterior.sum(1, keepdims=True)
        found = moments(posterior, grid)
        change = float((np.abs(found.mean - last) / np.sqrt(found.var)).max())
        last = found.mean
        tally = known + tallies(small, posterior)
        mine, fresh = newton(mine, tally, at, grid, options)
        covariance = (covariance + fresh) / 2  # undamped, a thin period can swing for ever
    items[block.items] = mine
    memory[block.items] = tally
    wider = _inflation(small, mine, found, ahead, grid, back, options)
    lo, hi = bounds(posterior, grid, found, options.level)
    # a prior N(0, s**2) on b pulls its expected square to s**2, and theta the other way
    square = mine[:, 0] ** 2 + covariance[:, 0, 0]
    push = float((square / options.discrimination_sd**2 - 1).sum())
    held = float((small.weight * (found.var + found.mean**2)).sum())
    return Step(posterior, found, lo, hi, wider, back, push, held, k, change, change <= enough)


def _alone(layout: Layout, block: Block) -> Layout:
    """Make the block a layout of its own: items numbered from 0, weights from rows so far."""
    n = block.rows.stop - block.rows.start
    here = Block(slice(0, n), np.arange(len(block.items)), block.chose)
    nothing, n_votes = np.zeros(n, dtype=np.int64), layout.n_votes[block.rows]
    return Layout(
        layout.states,
        layout.periods,
        layout.items[block.items],
        layout.row_state[block.rows],
        nothing,
        n_votes,
        nothing - 1,
        np.zeros(n),
        n_votes / layout.n_votes[: block.rows.stop].mean(),
        (here,),
    )


def _inflation(
    small: Layout,
    items: Floats,
    found: Moments,
    ahead: Floats,
    grid: Floats,
    back: Reversion,
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
