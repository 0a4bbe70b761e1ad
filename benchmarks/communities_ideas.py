"""Partitions of a year by other ideas of what is expected, and with a layer left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from communities_stability import alike, one_partition
from numpy.typing import NDArray

from daylight.communities.expect import as_large, as_near
from daylight.communities.layers import LAYERS, Layers
from daylight.communities.partition import SCALE, excess, expected, net
from daylight.measures.align import key, line_up
from daylight.measures.measure import World
from daylight.opportunity.expected import expected as by_opportunity
from daylight.opportunity.outcomes import OUTCOMES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
BASE = "as it is"


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
    per = SCALE / points.sum(axis=1, keepdims=True)
    return (made - given.conflict.value * per).mean(axis=0)


def _distance(given: Layers, points: Floats) -> Floats:
    """Return the weights of a network in which pairs have what pairs as far apart have."""
    near = np.stack([as_near(layer, given.near) for layer in points])
    flat, n = np.zeros_like(given.near), len(given.states)
    means = np.stack([as_large(layer, given.i, given.j, flat, n) for layer in near])
    return excess(near, means, 1.0).mean(axis=0)
