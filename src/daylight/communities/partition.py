"""How often two states stand in one community: many runs, each with other values and choices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.communities.expect import as_large, as_near
from daylight.communities.layers import LAYERS, Band, Layers
from daylight.communities.leiden import graph, leiden
from daylight.communities.runs import RUNS
from daylight.core.estimate import Z
from daylight.ledgers.curves import TOP

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
SEED = 20
RESOLUTION = 1.0
AROUND = 0.15
"""Resolution, and how far from it a run may be. At 1 a community holds more ties than expected;
docs/methods/communities.md says why it is this one."""
EVEN = 10.0
"""How even the weights of the layers are: Dirichlet, each between .20 and .48 in 90 % of runs."""
SCALE = 1e7
"""Whole numbers that the ties of a layer sum to."""


@dataclass(frozen=True, slots=True)
class Varied:
    """What differs from run to run, besides the seed of the algorithm; all by default."""

    values: bool = True
    resolution: bool = True
    layers: bool = True


ALL, SEED_ONLY = Varied(), Varied(False, False, False)


@dataclass(frozen=True, slots=True)
class Together:
    """How often pairs stood in one community.

    Attributes
    ----------
    year : int
    states : ndarray of int, shape (n,)
    times : ndarray of int, shape (n, n)
        Runs in which both were in one community; on the diagonal all of them.
    runs : int
    """

    year: int
    states: Ints
    times: NDArray[np.int16]
    runs: int


def together(given: Layers, runs: int = RUNS, seed: int = SEED) -> Together:
    """Return how often each pair of states of a year stands in one community."""
    found = partitions(given, runs, seed)
    same = (found[:, :, None] == found[:, None, :]).sum(axis=0)
    return Together(given.year, given.states, same.astype(np.int16), runs)


def partitions(
    given: Layers, runs: int, seed: int, varied: Varied = ALL, resolution: float = RESOLUTION
) -> Ints:
    """Return the community of each state in each run, shape (runs, n).

    A run draws the points of every pair within their bands, apart from each other; the resolution,
    evenly within :data:`AROUND`; and the weights of the layers. None of these is known better.

    Notes
    -----
    All layers share one partition, so that the quality of a multiplex is the sum of those of its
    layers. It is found from the sum of their weights, which is the same in a third of the time.
    """
    n = len(given.states)
    network = graph(n, given.i, given.j)
    middle = net(given)
    means = expected(given, middle)
    found = np.empty((runs, n), np.int64)
    for run in range(runs):
        rng = np.random.default_rng([seed, given.year, run])
        points = net(given, rng) if varied.values else middle
        at = resolution + (rng.uniform(-AROUND, AROUND) if varied.resolution else 0.0)
        even = np.full(len(LAYERS), EVEN)
        shares = rng.dirichlet(even) if varied.layers else even / even.sum()
        weights = shares @ excess(points, means, at)
        found[run] = leiden(network, np.rint(weights), int(rng.integers(1, 2**31)))
    return found


def net(given: Layers, rng: np.random.Generator | None = None) -> Floats:
    """Return cooperation less conflict, not below zero, in points, shape (layers, m).

    Parameters
    ----------
    rng : Generator, optional
        Draws both within their bands; without it they are as stored.
    """
    if rng is None:
        return np.maximum(given.cooperation.value - given.conflict.value, 0.0)
    return np.maximum(_drawn(given.cooperation, rng) - _drawn(given.conflict, rng), 0.0)


def expected(given: Layers, points: Floats) -> Floats:
    """Return what is expected of each pair, in points, shape (layers, m).

    In the economic layer by distance and by what each side has in all, in the others by distance.
    """
    made = [as_near(layer, given.near) for layer in points]
    economic = LAYERS.index("economic")
    n = len(given.states)
    made[economic] = as_large(points[economic], given.i, given.j, given.near, n)
    return np.stack(made)


def excess(points: Floats, means: Floats, resolution: float) -> Floats:
    """Return ties less what is expected of them, each layer on one scale, shape (layers, m)."""
    total = points.sum(axis=1, keepdims=True)
    whole = means.sum(axis=1, keepdims=True)
    per = np.divide(SCALE, total, out=np.zeros_like(total), where=total > 0)
    scale = np.divide(total, whole, out=np.zeros_like(total), where=whole > 0)
    return (points - resolution * scale * means) * per


def _drawn(band: Band, rng: np.random.Generator) -> Floats:
    """Return points drawn from two halves of normal distributions that meet at the value."""
    z = rng.standard_normal(band.value.shape) / Z
    sides = np.where(z < 0, band.value - band.lo, band.hi - band.value)
    return np.clip(band.value + z * sides, 0.0, TOP)
