"""How two states stand to each other, in a word: by rule from facts, ledgers and chances.

The first rule that holds gives the word. Facts and ledgers come first: the peace scale codes nine
in ten years of the alliances of the United States as negative peace, so that no zone of it is the
word for an alliance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daylight.bonds.read import Row, chance
from daylight.bonds.records import LedgerResult, Quantity, Relationship
from daylight.core.status import Known
from daylight.facts.records import Fact
from daylight.ledgers.items_military import DEFENCE, PACT_OF_MANY
from daylight.ledgers.relationship.form import ENTERS, ZONES, Zone
from daylight.measures import ledgers as stored
from daylight.store.schemas.ledgers import Ledger

AT_WAR, TORN, ALLIES, PACT = "at war", "allies in conflict", "allies", "in one regional pact"
RIVALS, STRANGERS = "rivals", "no relation to speak of"
PLAIN: Mapping[Zone, str] = {
    "severe_rivalry": "rivals who think of war",
    "lesser_rivalry": "rivals",
    "negative_peace": "at peace but not close",
    "warm_peace": "friendly",
    "security_community": "friends for whom war is unthinkable",
}
HIGH_CONFLICT, FEW, HALF = 40.0, 0.2, 0.5
"""Points of military conflict that tear an alliance; chance of rivalry below which a promise makes
allies; chance from which one zone, or rivalry, gives the word."""
LITTLE: Mapping[Ledger, float] = {
    "military_cooperation": 3.0, "military_conflict": 5.0, "political_conflict": 1.0,
    "economic_cooperation": 15.0, "economic_conflict": 1.0,
}  # fmt: skip
"""Points of each ledger below which two states have no relation to speak of. Of 633,000 such
pair-years in a prototype 238 were coded rivals."""


def relationship(
    row: Row, ledgers: Mapping[Ledger, LedgerResult], facts: Sequence[Fact], year: int
) -> Relationship:
    """Return the relationship of a year.

    Parameters
    ----------
    row : dict
        Row of ``ledgers`` of the year.
    ledgers : mapping
    facts : sequence of Fact
        All that is known on the day, for wars of the year.
    year : int
    """
    parts = [ledgers[name] for name in ENTERS]
    status: Known = "carried" if any(p.status != "observed" for p in parts) else "observed"
    rivalry, warm = chance(row, "rivalry", status), chance(row, "warm", status)
    chances = zones(row)
    likeliest = max(ZONES, key=lambda zone: chances[zone])
    word = _word(ledgers, facts, year, rivalry, chances)
    if word == STRANGERS:
        nothing = Quantity(None, None, None, "not_published")
        return Relationship(word, None, None, nothing, nothing, nothing, status)
    named: dict[str, float] = {zone: chances[zone] for zone in ZONES}
    return Relationship(word, likeliest, named, rivalry, warm, place(row, status), status)


def zones(row: Row) -> dict[Zone, float]:
    """Return the chances of the five zones of a stored row."""
    return {zone: round(float(x), 4) for zone, x in zip(ZONES, stored.zones(row), strict=True)}


def place(row: Row, status: Known) -> Quantity:
    """Return the expected place on the scale, 0 to 1."""
    value, lo, hi = (round(float(x), 3) for x in stored.place(row))
    return Quantity(value, lo, hi, status)


def _word(
    ledgers: Mapping[Ledger, LedgerResult], facts: Sequence[Fact], year: int,
    rivalry: Quantity, chances: Mapping[Zone, float],
) -> str:  # fmt: skip
    chance_of_rivalry = chances["severe_rivalry"] + chances["lesser_rivalry"]
    promise, of_many = promised(ledgers["military_cooperation"])
    torn = promise and _at_least(ledgers["military_conflict"]) >= HIGH_CONFLICT
    if torn and not of_many:
        return TORN
    if any(fact.kind == "war" and fact.day.year <= year <= fact.held.year for fact in facts):
        return AT_WAR
    if torn:
        return TORN
    if promise and chance_of_rivalry < FEW:
        return PACT if of_many else ALLIES
    if rivalry.value is not None and rivalry.value >= HALF:
        return RIVALS
    if all(_at_most(ledgers[name]) < least for name, least in LITTLE.items()):
        return STRANGERS
    zone, most = max(chances.items(), key=lambda entry: entry[1])
    if most >= HALF:
        return PLAIN[zone]
    return _between(chances)


def _at_least(ledger: LedgerResult) -> float:
    """Return the points of a ledger; of one too uncertain for a number, the lower end."""
    return (ledger.lo if ledger.value is None else ledger.value) or 0.0


def _at_most(ledger: LedgerResult) -> float:
    """Return the points of a ledger; of one too uncertain for a number, the upper end."""
    return (ledger.hi if ledger.value is None else ledger.value) or 0.0


def promised(ledger: LedgerResult) -> tuple[bool, bool]:
    """Return whether a promise of defence is in force, and whether only in a pact of many."""
    for item in ledger.items:
        if item.item == "promise" and item.points.value == item.maximum:
            most = max((x for x in item.raw if x is not None), default=0.0)
            return most >= PACT_OF_MANY, most < DEFENCE
    return False, False


def _between(chances: Mapping[Zone, float]) -> str:
    """Return the words of the lowest and the highest zone in the middle half of the chance."""
    below, inside = 0.0, []
    for zone in ZONES:
        if below < 0.75 and below + chances[zone] > 0.25:
            inside.append(zone)
        below += chances[zone]
    return f"between {PLAIN[inside[0]]} and {PLAIN[inside[-1]]}"
