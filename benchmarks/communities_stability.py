"""How firm partitions of a year are: over seeds, choices, and other ideas of what is expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import igraph
import numpy as np
from numpy.typing import NDArray

from daylight.communities.expect import as_large, as_near
from daylight.communities.layers import LAYERS, Layers
from daylight.communities.leiden import graph, leiden
from daylight.communities.partition import (
    ALL,
    SEED_ONLY,
    Varied,
    excess,
    expected,
    net,
    partitions,
    together,
)
from daylight.measures.align import key, line_up
from daylight.measures.measure import World
from daylight.opportunity.expected import expected as by_opportunity
from daylight.opportunity.outcomes import OUTCOMES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RUNS, SEED = 20, 1
BASE = "as it is"
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


def ideas(given: Layers, world: World, last_power: int) -> dict[str, Ints | None]:
    """Return the partition of the stored points by several ideas; None where it cannot be."""
    points = net(given)
    means = expected(given, points)
    flat, n = np.zeros_like(given.near), len(given.states)

    def fitted(near: Ints) -> Floats:
        return np.stack([as_large(layer, given.i, given.j, near, n) for layer in points])

    def found(made: Floats, kept: Sequence[int] = range(len(LAYERS))) -> Ints:
        return one_partition(given, excess(points, made, 1.0)[list(kept)].mean(axis=0))

    known = _by_opportunity(given, world, last_power, means)
    made: dict[str, Ints | None] = {
        BASE: found(means),
        "no distance: modularity of each layer": found(fitted(flat)),
        "distance and totals in all layers": found(fitted(given.near)),
        "totals in no layer": found(np.stack([as_near(p, given.near) for p in points])),
        "military and political by the table `opportunity`": None if known is None
        else found(known),
        "conflict as ties below zero": one_partition(given, _signed(given)),
        "distance alone": one_partition(given, _distance(given, points)),
    }  # fmt: skip
    for k, layer in enumerate(LAYERS):
        made[f"without the {layer} layer"] = found(means, [m for m in range(len(LAYERS)) if m != k])
    return made


def others(found: Mapping[str, Ints | None]) -> dict[str, float | None]:
    """Return how alike each partition is to the first, as the adjusted Rand index."""
    base = found[BASE]
    assert base is not None
    return {name: None if one is None else alike(base, one)
            for name, one in found.items() if name != BASE}  # fmt: skip


def within(found: Mapping[str, Ints | None], given: Layers, cows: Ints) -> dict[str, float | None]:
    """Return the share of pairs of some states that each partition has together."""
    at = np.flatnonzero(np.isin(given.states, cows))
    i, j = np.triu_indices(len(at), 1)
    return {name: None if one is None else float((one[at[i]] == one[at[j]]).mean())
            for name, one in found.items()}  # fmt: skip


def _by_opportunity(given: Layers, world: World, last_power: int, means: Floats) -> Floats | None:
    made = means.copy()
    for k, layer in enumerate(LAYERS[:2]):
        (outcome,) = [o for o in OUTCOMES if o.name == f"{layer}_cooperation"]
        known = by_opportunity(outcome, world, given.year, last_power)
        if known is None:
            return None
        keys = key(given.states[given.i], given.states[given.j])
        at, there = line_up(keys, key(known.a, known.b))
        value = np.full(len(keys), np.nan)
        value[at] = known.mean[there]
        made[k] = np.where(np.isnan(value), means[k], value)
    return made


def _signed(given: Layers) -> Floats:
    """Return cooperation beyond what is expected of it, less conflict, below zero too."""
    points = given.cooperation.value
    made = excess(points, expected(given, points), 1.0)
    per = 1e7 / points.sum(axis=1, keepdims=True)
    return (made - given.conflict.value * per).mean(axis=0)


def _distance(given: Layers, points: Floats) -> Floats:
    """Return the weights of a network in which pairs have what pairs as far apart have."""
    near = np.stack([as_near(layer, given.near) for layer in points])
    flat, n = np.zeros_like(given.near), len(given.states)
    means = np.stack([as_large(layer, given.i, given.j, flat, n) for layer in near])
    return excess(near, means, 1.0).mean(axis=0)


def repeated(given: Layers) -> dict[str, float]:
    """Return how far shares of runs together differ when all runs are drawn anew."""
    one, other = together(given), together(replace(given), seed=SEED)
    apart = np.abs(one.times - other.times)[np.triu_indices(len(given.states), 1)] / one.runs
    return {"mean": float(apart.mean()), "most": float(np.quantile(apart, 0.99))}
