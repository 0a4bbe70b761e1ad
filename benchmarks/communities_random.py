"""Whether communities hold more ties than those found in random networks of the same strengths."""

from __future__ import annotations

import numpy as np
from communities_stability import one_partition
from numpy.typing import NDArray

from daylight.communities.layers import Layers
from daylight.communities.partition import SCALE, excess, expected, net

Floats = NDArray[np.float64]
NETWORKS, ROUNDS, SEED = 10, 4000, 5
LEAST = 1.0
"""Points by which the strength of a state may change in one exchange."""


def against_random(given: Layers) -> dict[str, float]:
    """Return the part of ties within communities beyond what is expected, here and at random.

    In a random network of four states a, b, c, d the ties ab and ad, and cd and cb, change places
    again and again, where that leaves the sums of b and d as they are to a point; those of a and c
    do not change. So the points that there are, and who has many, stay; who has them with whom
    does not.
    """
    rng = np.random.default_rng([SEED, given.year])
    points = net(given)
    made = [_quality(given, np.stack([_mixed(given, layer, rng) for layer in points]))
            for _ in range(NETWORKS)]  # fmt: skip
    mixed = [_mixed(given, layer, rng) for layer in points]
    kept = [float(np.corrcoef(_strength(given, a), _strength(given, b))[0, 1])
            for a, b in zip(points, mixed, strict=True)]  # fmt: skip
    return {
        "found": _quality(given, points),
        "random": float(np.mean(made)),
        "most": float(np.max(made)),
        "strengths": min(kept),
    }


def _quality(given: Layers, points: Floats) -> float:
    weights = excess(points, expected(given, points), 1.0).mean(axis=0)
    found = one_partition(given, weights)
    return float(weights[found[given.i] == found[given.j]].sum() / SCALE)


def _mixed(given: Layers, layer: Floats, rng: np.random.Generator) -> Floats:
    n = len(given.states)
    ties = np.zeros((n, n))
    ties[given.i, given.j] = layer
    ties += ties.T
    for _ in range(ROUNDS):
        a, b, c, d = rng.permutation(n)[: n // 4 * 4].reshape(4, -1)
        ab, ad, cd, cb = ties[a, b], ties[a, d], ties[c, d], ties[c, b]
        fits = np.abs(ab + cb - ad - cd) <= LEAST
        for x, y, value in ((a, b, ad), (a, d, ab), (c, d, cb), (c, b, cd)):
            ties[x[fits], y[fits]] = ties[y[fits], x[fits]] = value[fits]
    return ties[given.i, given.j]


def _strength(given: Layers, layer: Floats) -> Floats:
    n = len(given.states)
    return np.bincount(given.i, layer, n) + np.bincount(given.j, layer, n)
