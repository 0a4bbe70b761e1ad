"""Measures of a pair of states in a year: rows of a few families, listed in :data:`MEASURES`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from daylight.core.choices import known
from daylight.measures import arms_deliveries, exit_cost, regime_affinity, shared_igos
from daylight.measures.alliances import ALLIANCES
from daylight.measures.ledgers import LEDGER_MEASURES
from daylight.measures.measure import Measure
from daylight.measures.memberships import BLOCS
from daylight.measures.near import NEAR
from daylight.measures.peace import PEACE
from daylight.measures.positions import POSITIONS
from daylight.measures.ties_economic import ECONOMIC_TIES
from daylight.measures.ties_military import MILITARY_TIES
from daylight.measures.ties_political import POLITICAL_TIES, VISITS
from daylight.measures.trade import TRADE
from daylight.measures.votes import VOTES

FAMILIES: Mapping[str, tuple[Measure, ...]] = {
    "Ledgers and relationship": LEDGER_MEASURES,
    "Votes in the UN": VOTES,
    "Positions in UN votes": POSITIONS,
    "Alliances": ALLIANCES,
    "Trade": (*TRADE, exit_cost.MEASURE),
    "Economic ties": ECONOMIC_TIES,
    "Blocs and organisations": (*BLOCS, shared_igos.MEASURE),
    "Visits and regimes": (*VISITS, regime_affinity.MEASURE),
    "Forces, arms, disputes and rivalry": (*MILITARY_TIES, *PEACE, arms_deliveries.MEASURE),
    "Other political ties": POLITICAL_TIES,
    "Nearness": NEAR,
}
"""The measures by what they are about, in the order in which they are listed."""
MEASURES: tuple[Measure, ...] = tuple(one for family in FAMILIES.values() for one in family)


def measure(name: str) -> Measure:
    """Return the measure of this name.

    Raises
    ------
    UnknownName
        With near names.
    """
    known(name, [m.name for m in MEASURES], "measure", "daylight panel --list")
    return next(m for m in MEASURES if m.name == name)


def sources_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the sources that measures rest on, each once, in alphabetical order."""
    return tuple(sorted({source for name in names for source in measure(name).rests_on}))
