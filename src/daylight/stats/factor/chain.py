"""Exact sums over the paths of the level of every unit: forward alone, and both ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .model import GRID, Factor, prior
from .panel import Panel

CHUNK = 1500
"""Units worked on at a time: bounds the memory."""
Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sums:
    """Posterior of some units at all times.

    Attributes
    ----------
    units : slice
    forward : ndarray, shape (T, U, G)
        Distribution of the level given the indicators up to each time.
    both : ndarray, shape (T, U, G)
        The same given the indicators of all times.
    product : ndarray, shape (T, U)
        Posterior mean of the level times the level one time before; the first row is NaN.
    log_likelihood : float
        Of these units, all constants included.
    """

    units: slice
    forward: Weights
    both: Weights
    product: NDArray[np.float64]
    log_likelihood: float


def sums(panel: Panel, factor: Factor) -> Iterator[Sums]:
    """Yield the posterior of all units, up to CHUNK at a time, in order.

    Given the parameters this is exact up to the grid (forward-backward sums).
    """
    patterns, which = panel.patterns
    like, scale = factor.likelihood(patterns)
    kernel = factor.kernel()
    for begin in range(0, len(which), CHUNK):
        part = slice(begin, min(begin + CHUNK, len(which)))
        yield _chunk(part, which[part].T, like, kernel, float(scale[which[part]].sum()))


def _chunk(
    part: slice, which: NDArray[np.int64], like: Weights, kernel: Weights, total: float
) -> Sums:
    times, units = which.shape
    forward = np.empty((times, units, len(GRID)), np.float32)
    back = np.ones((units, len(GRID)), np.float32)
    for t in range(times):
        ahead = forward[t - 1] @ kernel if t else np.broadcast_to(prior(), back.shape)
        np.multiply(ahead, like[which[t]], out=forward[t])
        mass = forward[t].sum(1, keepdims=True)
        forward[t] /= mass
        total += float(np.log(mass.astype(float)).sum())
    both = np.empty_like(forward)
    product = np.full((times, units), np.nan)
    grid = GRID.astype(np.float32)
    for t in range(times - 1, -1, -1):
        np.multiply(forward[t], back, out=both[t])
        both[t] /= both[t].sum(1, keepdims=True)
        if t:
            from_now = like[which[t]] * back
            mass = ((forward[t - 1] @ kernel) * from_now).sum(1)
            moved = (forward[t - 1] * grid) @ kernel
            product[t] = ((moved * from_now) @ grid) / mass
            back = from_now @ kernel.T
            back /= back.max(1, keepdims=True)
    return Sums(part, forward, both, product, total)
