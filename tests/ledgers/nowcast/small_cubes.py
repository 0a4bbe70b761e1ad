"""Small cubes for the tests of the nowcast: no row of a producer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from daylight.ledgers.items import ITEMS
from daylight.ledgers.nowcast.cube import Cube

YEARS = 80


def plain(n: int, years: int = YEARS, near: bool = False) -> Cube:
    """Return n pairs of which everything is seen, and all is none."""
    shape = n, years
    zeros = {item.name: np.zeros(shape, np.float32) for item in ITEMS}
    seen = {item.name: np.ones(shape, bool) for item in ITEMS}
    alive = np.ones(shape, bool)
    free = np.broadcast_to(np.arange(years, dtype=np.float32), shape).copy()
    unit, year = np.nonzero(alive)
    keys = 2000 + 3 + np.arange(n, dtype=np.int64)
    return Cube(keys, alive, zeros, seen, free, np.full(n, near), unit, year)


def with_points(cube: Cube, **items: np.ndarray) -> Cube:
    """Return the cube with the points of some items."""
    new = {name: np.asarray(values, np.float32) for name, values in items.items()}
    return replace(cube, points={**cube.points, **new})


def chain(n: int, start: float, level: float, stop: float, seed: int, years: int = YEARS):
    """Return points that begin with one chance a year and end with another."""
    rng = np.random.default_rng(seed)
    on = rng.random(n) < 0.3
    out = np.zeros((n, years), np.float32)
    for t in range(years):
        out[:, t] = np.where(on, level, 0)
        on = np.where(on, rng.random(n) >= stop, rng.random(n) < start)
    return out
