"""Small years of ties: cliques of states, and what binds them."""

from __future__ import annotations

import numpy as np

from daylight.communities.layers import LAYERS, Band, Layers
from daylight.communities.partition import Together

STATES = (2, 20, 40, 70, 90, 100, 200, 210, 220, 230, 260, 290, 325)
FIRST, SECOND, BRIDGE = STATES[:6], STATES[6:12], STATES[12]
INSIDE, BETWEEN = 60.0, 2.0


def banded(value: np.ndarray, width: float = 0.0) -> Band:
    return Band(value, np.maximum(value - width, 0.0), np.minimum(value + width, 100.0))


def cliques(
    states: tuple[int, ...] = FIRST + SECOND,
    width: float = 0.0,
    first: tuple[int, ...] = FIRST,
    second: tuple[int, ...] = SECOND,
    year: int = 1985,
) -> Layers:
    """Return two groups that are tied within; a state in both groups bridges them."""
    cows = np.array(sorted(states))
    i, j = np.triu_indices(len(cows), 1)
    inside = np.zeros(len(i), bool)
    for group in (first, second):
        inside |= np.isin(cows[i], group) & np.isin(cows[j], group)
    points = np.tile(np.where(inside, INSIDE, BETWEEN), (len(LAYERS), 1))
    near = np.zeros(len(i), np.int64)
    return Layers(year, cows, i, j, near, banded(points, width), banded(np.zeros_like(points)))


def seen(year: int, states: tuple[int, ...], pairs: dict[tuple[int, int], int], runs: int = 10):
    """Return how often pairs were together; those not named never."""
    times = np.diag(np.full(len(states), runs)).astype(np.int16)
    for (a, b), count in pairs.items():
        i, j = states.index(a), states.index(b)
        times[i, j] = times[j, i] = count
    return Together(year, np.array(states), times, runs)
