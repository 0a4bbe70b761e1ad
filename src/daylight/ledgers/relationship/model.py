"""The relationship as fitted on the peace scale: weights, and the chances of the zones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.ledgers.relationship.form import COMMUNITY_BY, SEVERE_BY, inputs, split
from daylight.stats.multinomial import Logit, chances, fit
from daylight.store.schemas.ledgers import Ledger

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NEGATIVE, RIVALRY, WARM = 0, 1, 2
"""Outcomes of the three-way logit; negative peace is the base."""
LESSER_FROM, NEGATIVE_FROM, WARM_FROM, COMMUNITY_FROM = 0.125, 0.375, 0.625, 0.875
"""Levels of the scale at which the zones begin; a mean over months lies between two."""
SEED = 2016


@dataclass(frozen=True, slots=True)
class Relationship:
    """Three logits: rivalry, negative or warm peace; severe in rivalry; community in warm peace.

    Attributes
    ----------
    three, severe, community : Logit
    rows, pairs : int
        Pair-years and pairs that they were fitted on.
    """

    three: Logit
    severe: Logit
    community: Logit
    rows: int
    pairs: int


Drawn = tuple[Floats, Floats, Floats]
"""Weights of the three logits: one set, or a set for each case."""


def outcome(level: Floats) -> Ints:
    """Return the outcome of levels of the peace scale."""
    below, above = level < NEGATIVE_FROM, level >= WARM_FROM
    return np.where(below, RIVALRY, np.where(above, WARM, NEGATIVE))


def fitted(ledgers: Mapping[Ledger, Floats], level: Floats, pair: Ints) -> Relationship:
    """Fit the relationship on pair-years that the peace scale codes.

    Parameters
    ----------
    ledgers : mapping of str to ndarray
        Points of the ledgers; shape (n,).
    level : ndarray
        Level of the scale, 0 to 1.
    pair : ndarray
        A number of the pair, for the errors.
    """
    found = outcome(level)
    three = fit(inputs(ledgers), found, pair, 3)
    bad, good = found == RIVALRY, found == WARM
    severe = _split(ledgers, SEVERE_BY, bad, level < LESSER_FROM, pair)
    community = _split(ledgers, COMMUNITY_BY, good, level >= COMMUNITY_FROM, pair)
    return Relationship(three, severe, community, len(level), len(np.unique(pair)))


def _split(
    ledgers: Mapping[Ledger, Floats], by: Ledger, among: NDArray[np.bool_],
    is_far: NDArray[np.bool_], pair: Ints,
) -> Logit:  # fmt: skip
    return fit(split(ledgers, by)[among], is_far[among].astype(np.int64), pair[among], 2)


def zones(ledgers: Mapping[Ledger, Floats], weights: Drawn) -> Floats:
    """Return the chances of the five zones, from the worst to the best; shape (..., 5)."""
    three, severe, community = weights
    p = chances(inputs(ledgers), three)
    worst = chances(split(ledgers, SEVERE_BY), severe)[..., 1]
    best = chances(split(ledgers, COMMUNITY_BY), community)[..., 1]
    rivalry, warm = p[..., RIVALRY], p[..., WARM]
    return np.stack(
        [rivalry * worst, rivalry * (1 - worst), p[..., NEGATIVE], warm * (1 - best), warm * best],
        axis=-1,
    )


def weights(model: Relationship) -> Drawn:
    """Return the fitted weights."""
    return model.three.weights, model.severe.weights, model.community.weights


def drawn(model: Relationship, n: int) -> Drawn:
    """Return n sets of weights as their errors let them be."""
    parts = (model.three, model.severe, model.community)
    three, severe, community = (part.draws(n, SEED + k) for k, part in enumerate(parts))
    return three, severe, community
