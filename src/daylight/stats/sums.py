"""Sums that come out the same, to the last bit, on every processor.

A matrix product adds in an order that the library chooses by processor, threads and place in the
matrix, so that the same numbers give sums that differ in the last bit. Where sums are ranked,
the last bit decides between those that all but tie.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]

GRID = 2.0**-40
"""A sum of less than 4096 of multiples of it is exact, and so has no order."""


def dot(values: Floats, weights: Floats) -> NDArray[np.float64]:
    """Return the weighted sum of `values`, (..., c), over the last axis, from first to last.

    As ``values @ weights``, with one order of adding.
    """
    total = np.zeros(values.shape[:-1])
    for column, weight in enumerate(weights):
        total += values[..., column] * weight
    return total


def product(values: Floats, matrix: Floats) -> NDArray[np.float64]:
    """Return ``values @ matrix``, (..., c) by (c, k), each sum as :func:`dot` adds."""
    return np.stack([dot(values, column) for column in matrix.T], axis=-1)


def repeated(value: float, most: int) -> NDArray[np.float64]:
    """Return the sum of no `value`, of one, of two, and so on to `most`, added one by one."""
    return np.concatenate([[0.0], np.cumsum(np.full(most, value))])


def on_grid(values: Floats) -> NDArray[np.float64]:
    """Return `values` to the nearest multiple of :data:`GRID`."""
    return np.asarray(np.round(values / GRID) * GRID, np.float64)
