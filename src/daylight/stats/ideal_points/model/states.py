"""Where the states are given the items: exact forward-backward sums over a grid.

The posterior of a position need not be normal (a bloc at one end of every item, a state with
two votes), so it is kept as weights on a grid. Given the items this is exact up to the grid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..data import Floats, Ints
from ..options import FitOptions
from .coarse_grid import CoarseGrid, coarse_grid
from .layout import Layout

_ROUNDING = 1.05
"""Where innovation variances are many they are rounded to powers of this."""
_MOST_KERNELS = 64
_LEAK = 1e-14
"""Added to every transition: a jump is never impossible, only very unlikely."""
NARROWEST = 0.7
"""Least sd of a move in grid steps; a narrower one cannot be told from none on the grid."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Grid and transitions.

    Attributes
    ----------
    grid : ndarray, shape (G,)
        Positions, evenly spaced.
    coarse : CoarseGrid
        Where response curves are evaluated.
    entry : ndarray, shape (N, G)
        Prior of the rows that have none before them; sums to 1.
    kernels : tuple of ndarray, shape (G, G)
        Each moves a distribution, by one of the innovation variances.
    moves : tuple
        For each period pairs (k, rows within the period): which kernel leads to which of the
        states seen before.
    """

    grid: Floats
    coarse: CoarseGrid
    entry: Floats
    kernels: tuple[Floats, ...]
    moves: tuple[tuple[tuple[int, Ints], ...], ...]


def even_grid(limit: float, step: float) -> Floats:
    """Return the multiples of `step` from -limit to limit, rounded outwards."""
    half = int(np.ceil(limit / step))
    return np.asarray(np.arange(-half, half + 1) * step, dtype=np.float64)


def chain(layout: Layout, step: float, options: FitOptions) -> Chain:
    """Lay out a grid and the transition kernels for all rows of `layout`."""
    return chain_on(layout, even_grid(options.grid_limit, step), options)


def chain_on(layout: Layout, grid: Floats, options: FitOptions) -> Chain:
    """Lay out the transition kernels for all rows of `layout` on a grid that is there."""
    seen = layout.previous >= 0
    clock = _few_values(layout.clock, seen)
    values = np.unique(clock[seen])
    kernels = tuple(kernel(grid, v) for v in values.tolist())
    moves = []
    for block in layout.blocks:
        rows = np.flatnonzero(seen[block.rows])
        which = np.searchsorted(values, clock[block.rows][rows])
        moves.append(tuple((int(k), rows[which == k]) for k in np.unique(which)))
    first = np.exp(-(grid**2) / (2 * options.entry_sd**2))
    entry = np.broadcast_to(first / first.sum(), (len(seen), len(grid)))
    return Chain(grid, coarse_grid(grid), entry, kernels, tuple(moves))


def _few_values(clock: Floats, seen: NDArray[np.bool_]) -> Floats:
    """Round variances where they are too many to keep a kernel for each."""
    if len(np.unique(clock[seen])) <= _MOST_KERNELS:
        return clock
    power = np.round(np.log(np.where(seen, clock, 1.0)) / np.log(_ROUNDING))
    return np.asarray(_ROUNDING**power, dtype=np.float64)


def kernel(grid: Floats, variance: float) -> Floats:
    """Transition of a move with `variance`: rows sum to 1."""
    variance = max(variance, (NARROWEST * (grid[1] - grid[0])) ** 2)
    move = np.exp(-((grid[None, :] - grid[:, None]) ** 2) / (2 * variance))
    return np.asarray(move / move.sum(1, keepdims=True) + _LEAK)


def likelihood(
    layout: Layout,
    log_p: Floats,
    reversion: Floats,
    absent: Floats | None = None,
    coarse: CoarseGrid | None = None,
) -> tuple[Floats, Floats]:
    """Likelihood of each row's votes at each grid position, each row scaled to maximum 1.

    Parameters
    ----------
    layout : Layout
    log_p : ndarray, shape (J, 3, K)
        Log probabilities of yes, abstain and no at the points of `coarse`; without that, on the
        grid itself (K = G).
    reversion : ndarray, shape (N, G)
        Added to the log.
    absent : ndarray, shape (J, K), optional
        Log likelihood of an absence.
    coarse : CoarseGrid, optional

    Returns
    -------
    weights : ndarray, shape (N, G)
    log_scale : ndarray, shape (N,)
        What was taken out of the log of each row.
    """
    out = reversion.copy()
    for block in layout.blocks:
        said = block.chose @ log_p[block.items].reshape(-1, log_p.shape[2])
        if block.away is not None and absent is not None:
            said += block.away @ absent[block.items]
        out[block.rows] += said if coarse is None else coarse.interpolated(said)
    top = out.max(1, keepdims=True)
    np.exp(out - top, out=out)
    return out, top[:, 0]


@dataclass(frozen=True, slots=True)
class Smoothed:
    """Grid weights of every row, arrays of shape (N, G).

    Attributes
    ----------
    posterior : ndarray
        Given all votes; sums to 1.
    forward : ndarray
        Given the votes up to the row's period; sums to 1.
    later : ndarray
        Likelihood of the row's votes and all after, up to a factor.
    log_total : float
        Log marginal likelihood, less the scales that :func:`likelihood` took out.
    """

    posterior: Floats
    forward: Floats
    later: Floats
    log_total: float


def smooth(layout: Layout, chain: Chain, weights: Floats) -> Smoothed:
    """Sum over all paths of all states, forwards and backwards.

    Parameters
    ----------
    layout : Layout
    chain : Chain
    weights : ndarray, shape (N, G)
        From :func:`likelihood`.
    """
    forward, total = np.empty_like(weights), 0.0
    for block, moves in zip(layout.blocks, chain.moves, strict=True):
        ahead, previous = forward[block.rows], layout.previous[block.rows]
        ahead[previous < 0] = chain.entry[block.rows][previous < 0]
        for k, rows in moves:
            ahead[rows] = forward[previous[rows]] @ chain.kernels[k]
        ahead *= weights[block.rows]
        mass = ahead.sum(1, keepdims=True)
        ahead /= mass
        total += float(np.log(mass).sum())
    backward, later = np.ones_like(weights), weights.copy()
    for block, moves in zip(layout.blocks[:0:-1], chain.moves[:0:-1], strict=True):
        message, previous = later[block.rows], layout.previous[block.rows]
        for k, rows in moves:
            back = message[rows] @ chain.kernels[k].T
            backward[previous[rows]] = back / back.max(1, keepdims=True)
            later[previous[rows]] *= backward[previous[rows]]
    posterior = forward * backward
    posterior /= posterior.sum(1, keepdims=True)
    return Smoothed(posterior, forward, later, total)
