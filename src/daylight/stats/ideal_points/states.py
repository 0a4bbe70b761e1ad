"""Where the states are given the items: exact forward-backward sums over a grid.

The posterior of a position need not be normal (a bloc at one end of every item, a state with
two votes), so it is kept as weights on a grid. Given the items this is exact up to the grid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .data import Floats, Ints
from .layout import Layout
from .options import FitOptions

_ROUNDING = 1.05
"""Where innovation variances are many they are rounded to powers of this."""
_MOST_KERNELS = 64
_LEAK = 1e-14
"""Added to every transition: a jump is never impossible, only very unlikely."""
_NARROWEST = 0.7
"""Least sd of a move in grid steps; a narrower one cannot be told from none on the grid."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Grid and transitions.

    `grid` has shape (G,); `entry` is the log prior of a first appearance; `kernels[k]`, shape
    (G, G), moves a distribution; `moves[p]` lists (k, rows within period p) of the states
    seen before.
    """

    grid: Floats
    entry: Floats
    kernels: tuple[Floats, ...]
    moves: tuple[tuple[tuple[int, Ints], ...], ...]


def chain(layout: Layout, step: float, options: FitOptions) -> Chain:
    """Lay out the grid and the transition kernels for all rows of `layout`."""
    half = int(np.ceil(options.grid_limit / step))
    grid = np.asarray(np.arange(-half, half + 1) * step, dtype=np.float64)
    seen = layout.previous >= 0
    clock = _few_values(layout.clock, seen)
    values = np.unique(clock[seen])
    kernels = tuple(_kernel(grid, v) for v in values.tolist())
    moves = []
    for block in layout.blocks:
        rows = np.flatnonzero(seen[block.rows])
        which = np.searchsorted(values, clock[block.rows][rows])
        moves.append(tuple((int(k), rows[which == k]) for k in np.unique(which)))
    return Chain(grid, -(grid**2) / (2 * options.entry_sd**2), kernels, tuple(moves))


def _few_values(clock: Floats, seen: NDArray[np.bool_]) -> Floats:
    if len(np.unique(clock[seen])) <= _MOST_KERNELS:
        return clock
    power = np.round(np.log(np.where(seen, clock, 1.0)) / np.log(_ROUNDING))
    return np.asarray(_ROUNDING**power, dtype=np.float64)


def _kernel(grid: Floats, variance: float) -> Floats:
    variance = max(variance, (_NARROWEST * (grid[1] - grid[0])) ** 2)
    kernel = np.exp(-((grid[None, :] - grid[:, None]) ** 2) / (2 * variance))
    return np.asarray(kernel / kernel.sum(1, keepdims=True) + _LEAK)


def likelihood(layout: Layout, log_p: Floats, reversion: Floats) -> tuple[Floats, Floats]:
    """Likelihood of each row's votes at each grid position, each row scaled to maximum 1.

    `log_p` has shape (J, 3, G); `reversion`, shape (N, G), is added to the log. Returns the
    weights, shape (N, G), and the logs of the scales, shape (N,).
    """
    out = reversion.copy()
    for block in layout.blocks:
        out[block.rows] += block.chose @ log_p[block.items].reshape(-1, log_p.shape[2])
    top = out.max(1, keepdims=True)
    np.exp(out - top, out=out)
    return out, top[:, 0]


def smooth(layout: Layout, chain: Chain, weights: Floats) -> tuple[Floats, float]:
    """Posterior of every row given all votes, and the log of the total weight.

    Parameters
    ----------
    weights : ndarray, shape (N, G)
        From :func:`likelihood`.

    Returns
    -------
    posterior : ndarray, shape (N, G)
        Rows sum to 1.
    log_total : float
        Log marginal likelihood, less the scales that `likelihood` took out.
    """
    forward, total = np.empty_like(weights), 0.0
    entry = np.exp(chain.entry - chain.entry.max())
    entry /= entry.sum()
    for block, moves in zip(layout.blocks, chain.moves, strict=True):
        here, previous = forward[block.rows], layout.previous[block.rows]
        here[previous < 0] = entry
        for k, rows in moves:
            here[rows] = forward[previous[rows]] @ chain.kernels[k]
        here *= weights[block.rows]
        mass = here.sum(1, keepdims=True)
        here /= mass
        total += float(np.log(mass).sum())
    backward = np.ones_like(weights)
    for block, moves in zip(layout.blocks[:0:-1], chain.moves[:0:-1], strict=True):
        message = weights[block.rows] * backward[block.rows]
        previous = layout.previous[block.rows]
        for k, rows in moves:
            back = message[rows] @ chain.kernels[k].T
            backward[previous[rows]] = back / back.max(1, keepdims=True)
    forward *= backward
    forward /= forward.sum(1, keepdims=True)
    return forward, total
