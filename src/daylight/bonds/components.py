"""What each dimension of a bond is made of: visible components with weights and reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from daylight.core.choices import known
from daylight.core.errors import BadInput
from daylight.measures.measure import Undirected

Dimension = Literal["military", "political", "economic"]
DIMENSIONS: tuple[Dimension, ...] = ("military", "political", "economic")
LEAST_DIMENSIONS = 2
"""An overall position needs at least this many of the three dimensions."""


@dataclass(frozen=True, slots=True)
class BondComponent:
    """One measure in one dimension.

    Attributes
    ----------
    measure : str
        Name in :data:`daylight.measures.MEASURES`.
    dimension : Dimension
    weight : float
        Share in its dimension; the weights of a dimension sum to one.
    required : bool
        Whether the dimension has no value without it.
    fold : Undirected
        How the two directions of a directed measure become one.
    reason : str
        Why it is here.
    """

    measure: str
    dimension: Dimension
    weight: float
    required: bool
    fold: Undirected
    reason: str


COMPONENTS: tuple[BondComponent, ...] = (
    BondComponent(
        "alliance_obligation_narrow",
        "military",
        0.7,
        True,
        "higher",
        "What one has promised the other in a treaty, by the strongest promise.",
    ),
    BondComponent(
        "shared_military_blocs",
        "military",
        0.3,
        False,
        "same",
        "Standing organisations in which both plan and train.",
    ),
    BondComponent(
        "vote_kappa",
        "political",
        0.65,
        True,
        "same",
        "Agreement in the UN General Assembly beyond what the habits of each would give.",
    ),
    BondComponent(
        "alliance_kappa_narrow",
        "political",
        0.2,
        False,
        "same",
        "Whether both have their alliances with the same states, the older sign of alignment.",
    ),
    BondComponent(
        "shared_political_blocs",
        "political",
        0.15,
        False,
        "same",
        "Political organisations that both belong to.",
    ),
    BondComponent(
        "trade_dependence",
        "economic",
        0.4,
        True,
        "lower",
        "Trade against the GDP of the less dependent side: how mutual the tie is.",
    ),
    BondComponent(
        "trade_share",
        "economic",
        0.4,
        False,
        "higher",
        "Share of trade of the side that leans on the tie more.",
    ),
    BondComponent(
        "shared_economic_blocs",
        "economic",
        0.2,
        False,
        "same",
        "Customs unions and economic organisations that both belong to.",
    ),
)


def of(dimension: Dimension, weights: Mapping[str, float] | None = None) -> list[BondComponent]:
    """Return the components of a dimension, with weights replaced and rescaled to sum to one.

    Raises
    ------
    UnknownName
        When `weights` names something that is no component.
    BadInput
        When a weight is negative or not finite, or a dimension is left without weight.
    """
    given = weights or {}
    names = [c.measure for c in COMPONENTS]
    for name, weight in given.items():
        known(name, names, "component", "daylight bond A B")
        if not (math.isfinite(weight) and weight >= 0):
            raise BadInput(f"The weight of {name} is {weight}; give a number of zero or more.")
    chosen = [
        replace(c, weight=given.get(c.measure, c.weight))
        for c in COMPONENTS
        if c.dimension == dimension
    ]
    total = sum(c.weight for c in chosen)
    if total <= 0:
        raise BadInput(f"No component of the {dimension} dimension has weight; give one to any.")
    return [replace(c, weight=c.weight / total) for c in chosen]
