"""Chances of the zones with their bands: over what is foretold, and over errors of the weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.ledgers.nowcast.bands import HI, LO, Bands
from daylight.ledgers.relationship.form import ENTERS
from daylight.ledgers.relationship.model import Relationship, drawn, weights, zones
from daylight.measures.ledgers import PLACES
from daylight.stats.sums import dot
from daylight.store.schemas.ledgers import Ledger

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NODES, SETS = 64, 32
"""Cases that stand for the distribution of a pair, and sets of weights."""
STRIDES = (1, 27, 19, 45, 37)
"""Odd numbers by which the parts of the five ledgers are paired, as in a lattice rule: each ledger
takes each of its 64 parts once, and no two go together."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The relationship of the pairs of a year.

    Attributes
    ----------
    zones : ndarray
        Mean chances of the five zones, shape (n, 5).
    rivalry, warm, place : ndarray
        Chance of rivalry and of warm peace or better, and expected place on the scale, 0 to 1;
        shape (n, 3): value, and ends of the 90 % band.
    """

    zones: Floats
    rivalry: Floats
    warm: Floats
    place: Floats


def spread(model: Relationship, bands: Mapping[Ledger, Bands]) -> Spread:
    """Return the relationship of all pairs of a year."""
    sets = drawn(model, SETS)
    some = np.unique(np.concatenate([bands[name].rows for name in ENTERS]))
    values = {name: bands[name].value for name in ENTERS}
    mean = zones(values, weights(model))
    seen = np.setdiff1d(np.arange(len(mean)), some)
    ends = np.zeros((3, 2, len(mean)))
    fixed = {name: values[name][seen, None] for name in ENTERS}
    ends[:, :, seen] = _ends(zones(fixed, sets))
    if len(some):
        cases = {name: _cases(bands[name], name, k, some) for k, name in enumerate(ENTERS)}
        mean[some] = zones(cases, weights(model)).mean(axis=1)
        again = tuple(np.tile(part, (NODES // SETS, 1, 1)) for part in sets)
        ends[:, :, some] = _ends(zones(cases, (again[0], again[1], again[2])))
    parts = _summed(mean)
    held = [np.stack([p, np.minimum(p, e[0]), np.maximum(p, e[1])], axis=1)
            for p, e in zip(parts, ends, strict=True)]  # fmt: skip
    return Spread(mean, *held)


def _cases(bands: Bands, name: Ledger, k: int, some: Ints) -> Floats:
    """Return the cases of a ledger for some pairs, in the order of its stride."""
    order = np.arange(NODES) * STRIDES[k] % NODES
    return bands.parts(name, NODES, some)[:, order]


def _summed(chances: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the chance of rivalry, of warm peace or better, and the expected place."""
    return chances[..., :2].sum(axis=-1), chances[..., 3:].sum(axis=-1), dot(chances, PLACES)


def _ends(chances: Floats) -> Floats:
    """Return the ends of the band of each sum over the cases; shape (3, 2, n)."""
    if not chances.size:
        return np.zeros((3, 2, len(chances)))
    n = chances.shape[1]
    low, high = round(LO * (n - 1)), round(HI * (n - 1))
    ordered = [np.partition(part, [low, high], axis=1) for part in _summed(chances)]
    return np.stack([[part[:, low], part[:, high]] for part in ordered])
