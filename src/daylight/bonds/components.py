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
FIRST_LEVELS = 1946
"""First year of the latent levels: earlier ones have too few components to tell a level from
their errors."""
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
        Share in the index of its dimension; the weights of a dimension sum to one. Zero for
        one that covers too few pairs to rank all by: only the latent level uses it.
    sign : {1, -1}
        -1 where more of the measure means a weaker tie.
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
    sign: Literal[1, -1]
    required: bool
    fold: Undirected
    reason: str


COMPONENTS: tuple[BondComponent, ...] = (
    BondComponent(
        "alliance_support",
        "military",
        0.35,
        1,
        True,
        "higher",
        "What one has promised to do for the other in a war, by the strongest promise.",
    ),
    BondComponent(
        "shared_military_blocs",
        "military",
        0.1,
        1,
        False,
        "same",
        "Standing organisations in which both plan and train.",
    ),
    BondComponent(
        "defence_cooperation",
        "military",
        0.1,
        1,
        False,
        "same",
        "Agreements to train, buy, plan and research together: the daily side of defence.",
    ),
    BondComponent(
        "arms_transfers",
        "military",
        0.1,
        1,
        False,
        "higher",
        "Weapons bind for decades through training, spares and upgrades.",
    ),
    BondComponent(
        "joint_exercises",
        "military",
        0.05,
        1,
        False,
        "same",
        "Forces that train together can fight together.",
    ),
    BondComponent(
        "same_side_disputes",
        "military",
        0.05,
        1,
        False,
        "same",
        "Taking the same side against a third state when force was threatened or used.",
    ),
    BondComponent(
        "disputes",
        "military",
        0.2,
        -1,
        False,
        "same",
        "Force threatened, shown or used against each other.",
    ),
    BondComponent(
        "crises",
        "military",
        0.05,
        -1,
        False,
        "same",
        "Crises between the two in which one saw its basic values at risk.",
    ),
    BondComponent(
        "us_troops",
        "military",
        0.0,
        1,
        False,
        "known",
        "Forces stationed on the other side; a source covers those of the United States only.",
    ),
    BondComponent(
        "nuclear_cooperation",
        "military",
        0.0,
        1,
        False,
        "same",
        "Civil nuclear agreements: trust in a field where trust is dear.",
    ),
    BondComponent(
        "shared_rivals",
        "military",
        0.0,
        1,
        False,
        "same",
        "Enemies in common.",
    ),
    BondComponent(
        "vote_kappa",
        "political",
        0.35,
        1,
        True,
        "same",
        "Agreement in the UN General Assembly beyond what the habits of each would give.",
    ),
    BondComponent(
        "ideal_point_gap_filtered",
        "political",
        0.25,
        -1,
        False,
        "same",
        "Distance between their positions in UN votes, on the scale of all votes.",
    ),
    BondComponent(
        "alliance_kappa_narrow",
        "political",
        0.1,
        1,
        False,
        "same",
        "Whether both have their alliances with the same states, the older sign of alignment.",
    ),
    BondComponent(
        "shared_political_blocs",
        "political",
        0.1,
        1,
        False,
        "same",
        "Political organisations that both belong to.",
    ),
    BondComponent(
        "shared_igos",
        "political",
        0.1,
        1,
        False,
        "same",
        "Intergovernmental organisations of both, small ones counting more.",
    ),
    BondComponent(
        "rivalry",
        "political",
        0.1,
        -1,
        False,
        "same",
        "Each sees the other as a competitor, a threat and an enemy.",
    ),
    BondComponent(
        "cosponsorship",
        "political",
        0.0,
        1,
        False,
        "same",
        "Resolutions that both put their name to; known for recent years only.",
    ),
    BondComponent(
        "leader_visits",
        "political",
        0.0,
        1,
        False,
        "same",
        "Leaders find time for those who matter; a source covers the United States only.",
    ),
    BondComponent(
        "verbal_cooperation",
        "political",
        0.0,
        1,
        False,
        "same",
        "Who a state talks and agrees with; only where your own event files cover the year.",
    ),
    BondComponent(
        "trade_dependence",
        "economic",
        0.3,
        1,
        True,
        "lower",
        "Trade against the GDP of the less dependent side: how mutual the tie is.",
    ),
    BondComponent(
        "trade_share",
        "economic",
        0.3,
        1,
        False,
        "higher",
        "Share of trade of the side that leans on the tie more.",
    ),
    BondComponent(
        "shared_economic_blocs",
        "economic",
        0.1,
        1,
        False,
        "same",
        "Customs unions and economic organisations that both belong to.",
    ),
    BondComponent(
        "trade_agreement_depth",
        "economic",
        0.1,
        1,
        False,
        "same",
        "What they have bound themselves to in trade treaties, by the deepest in force.",
    ),
    BondComponent(
        "investment_treaty",
        "economic",
        0.05,
        1,
        False,
        "same",
        "A treaty that protects investment of each in the other.",
    ),
    BondComponent(
        "sanctions",
        "economic",
        0.15,
        -1,
        False,
        "higher",
        "Economic ties cut on purpose, by the side that cut more.",
    ),
    BondComponent(
        "energy_dependence",
        "economic",
        0.0,
        1,
        False,
        "higher",
        "Energy is hard to replace; flows are observed for part of the pairs.",
    ),
    BondComponent(
        "aid_dependence",
        "economic",
        0.0,
        1,
        False,
        "known",
        "Aid as a share of GDP; a source covers its donors only.",
    ),
    BondComponent(
        "fdi_stock",
        "economic",
        0.0,
        1,
        False,
        "higher",
        "Investment is slow to leave; much of it is not reported.",
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
