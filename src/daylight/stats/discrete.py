"""Distributions on whole points 0, 1, 2 ...: sums and maxima of independent ones, and quantiles.

A distribution of n cases is an array of shape (n, size): the chance of each point. Everything is
exact; nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from daylight.stats.sums import dot

Floats = NDArray[np.float64]
EPSILON = 1e-9
"""Chances below it are rounding."""


def on_points(values: Floats, chances: Floats, size: int) -> Floats:
    """Return the distribution of atoms, each shared by the two points around it.

    Parameters
    ----------
    values, chances : ndarray
        Shape (n, k): atoms of each case and their chances, which sum to one.
    size : int
        Points 0 to size - 1; atoms beyond the ends go to the ends.

    Returns
    -------
    ndarray
        Shape (n, size). The mean of each case is that of its atoms.
    """
    inside = np.clip(values, 0.0, size - 1.0)
    low = np.floor(inside).astype(np.int64)
    above = inside - low
    high = np.minimum(low + 1, size - 1)
    case = np.arange(len(values))[:, None] * size
    cells = len(values) * size
    below = np.bincount((case + low).ravel(), (chances * (1 - above)).ravel(), cells)
    over = np.bincount((case + high).ravel(), (chances * above).ravel(), cells)
    out: Floats = np.add(below, over, dtype=float).reshape(len(values), size)
    return out


def total(parts: Sequence[Floats]) -> Floats:
    """Return the distribution of the sum of independent parts.

    Parameters
    ----------
    parts : sequence of ndarray
        Each of shape (n, its own size), at least one.
    """
    out = parts[0]
    for part in parts[1:]:
        grown = np.zeros((len(out), out.shape[1] + part.shape[1] - 1))
        for k in range(part.shape[1]):
            if part[:, k].any():
                grown[:, k : k + out.shape[1]] += out * part[:, k : k + 1]
        out = grown
    return out


def highest(parts: Sequence[Floats]) -> Floats:
    """Return the distribution of the highest of independent parts of one size."""
    below = np.prod([np.cumsum(part, axis=1) for part in parts], axis=0)
    return np.diff(below, axis=1, prepend=0.0)


def quantile(chances: Floats, q: float) -> NDArray[np.int64]:
    """Return the lowest point of each case that at least a part `q` is not above."""
    reached: NDArray[np.int64] = (np.cumsum(chances, axis=1) >= q - EPSILON).argmax(axis=1)
    return reached


def mean(chances: Floats) -> Floats:
    """Return the mean point of each case."""
    return dot(chances, np.arange(chances.shape[1], dtype=float))


def equal_parts(chances: Floats, k: int) -> Floats:
    """Return the mean within each of k parts of equal chance, lowest part first.

    Shape (n, k). Their mean is the mean of the case: they stand for it where k cases are enough.
    """
    n, size = chances.shape
    points = np.arange(size, dtype=float)
    zero = np.zeros((n, 1))
    below = np.concatenate([zero, np.cumsum(chances, axis=1)], axis=1)
    worth = np.concatenate([zero, np.cumsum(chances * points, axis=1)], axis=1)
    cuts = np.arange(1, k) / k
    row = np.arange(n)[:, None]
    found = np.searchsorted((below + 2 * row).ravel(), (cuts + 2 * row).ravel(), side="left")
    at = np.clip(found.reshape(n, k - 1) - row * (size + 1) - 1, 0, size - 1)
    inner = worth[row, at] + (cuts - below[row, at]) * points[at]
    edges = np.concatenate([zero, inner, worth[:, -1:]], axis=1)
    return np.diff(edges, axis=1) * k
