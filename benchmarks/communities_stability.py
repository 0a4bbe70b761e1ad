"""How firm partitions of a year are: over seeds, resolutions and the choices of a run."""

from __future__ import annotations

from itertools import combinations

import igraph
import numpy as np
from numpy.typing import NDArray

from daylight.communities.layers import Layers
from daylight.communities.leiden import graph, leiden
from daylight.communities.partition import (
    ALL,
    SEED_ONLY,
    Varied,
    partitions,
    together,
)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RUNS, SEED = 20, 1
RESOLUTIONS = (0.5, 0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 2.0, 3.0)
FEW = 6
VARIED = {
    "seed": SEED_ONLY,
    "points within bands": Varied(True, False, False),
    "resolution": Varied(False, True, False),
    "weights of layers": Varied(False, False, True),
    "all": ALL,
}


def alike(one: Ints, other: Ints, method: str = "adjusted_rand") -> float:
    """Return how alike two partitions are: adjusted Rand index, or variation of information."""
    numbered = [np.unique(p, return_inverse=True)[1].tolist() for p in (one, other)]
    return float(igraph.compare_communities(*numbered, method=method))


def spread(given: Layers) -> dict[str, dict[str, float]]:
    """Return how alike runs are, by what differs between them."""
    made = {}
    for name, varied in VARIED.items():
        found = partitions(given, RUNS, SEED, varied)
        made[name] = {
            method: float(np.mean([alike(a, b, method) for a, b in combinations(found, 2)]))
            for method in ("adjusted_rand", "vi")
        }
    return made


def resolutions(given: Layers) -> list[dict[str, float]]:
    """Return for each resolution how alike seeds are, and runs at it and at the next."""
    found = [partitions(given, FEW, SEED, SEED_ONLY, at) for at in RESOLUTIONS]
    rows = []
    for k, at in enumerate(RESOLUTIONS):
        sizes = [np.bincount(one) for one in found[k]]
        after = found[k + 1] if k + 1 < len(found) else []
        rows.append({
            "at": at,
            "seeds": float(np.mean([alike(a, b) for a, b in combinations(found[k], 2)])),
            "next": float(np.mean([alike(a, b) for a in found[k] for b in after]))
            if len(after) else None,
            "communities": float(np.mean([(one > 2).sum() for one in sizes])),
            "largest": float(np.mean([one.max() for one in sizes])),
        })  # fmt: skip
    return rows


def one_partition(given: Layers, weights: Floats) -> Ints:
    """Return the best of a few runs on weights that already lack what is expected."""
    network = graph(len(given.states), given.i, given.j)
    whole = np.rint(weights)
    tries = [leiden(network, whole, seed + 1, -1) for seed in range(FEW)]
    return max(tries, key=lambda m: float(whole[m[given.i] == m[given.j]].sum()))


def repeated(given: Layers) -> dict[str, float]:
    """Return how far shares of runs together differ when all runs are drawn anew."""
    one, other = together(given), together(given, seed=SEED)
    apart = np.abs(one.times - other.times)[np.triu_indices(len(given.states), 1)] / one.runs
    return {"mean": float(apart.mean()), "most": float(np.quantile(apart, 0.99))}
