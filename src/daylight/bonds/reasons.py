"""What a headline names of the items that weigh most: in a few words, with where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daylight.bonds.records import ItemResult, LedgerResult
from daylight.ledgers.items_military import FOUGHT
from daylight.say.words import Scale
from daylight.store.schemas.ledgers import Ledger

TRADE = Scale(
    "Trade",
    "points of economic cooperation for volume and shares, of 35",
    ((22.0, "large"), (12.0, "moderate"), (4.0, "little")),
    "hardly any",
)
TELLING = 10.0
"""Points from which on an item is named."""
BINDING: tuple[Ledger, ...] = (
    "military_cooperation", "political_cooperation", "economic_cooperation",
)  # fmt: skip
DIVIDING: tuple[Ledger, ...] = ("military_conflict", "political_conflict", "economic_conflict")
PHRASES: Mapping[str, str] = {
    "promise": "a promise of defence in force",
    "organisation": "a standing military body",
    "troops": "troops of one in the other",
    "arms": "arms supplied",
    "blocs": "a bloc in common",
    "customs_union": "a customs union",
    "rivalry": "a strategic rivalry",
    "relations": "broken relations",
    "sanctions": "sanctions",
}
"""Ties that last, of the year. Of more levels than one the words are those of the level."""
ACTS: Mapping[str, tuple[str, str]] = {
    "side_by_side": ("troops on one side in war", "earlier fighting on one side"),
    "disputes": ("a militarised dispute", "earlier militarised disputes"),
    "fatal_conflict": ("fatal conflict", "earlier fatal conflict"),
    "crises": ("a crisis", "an earlier crisis"),
    "for_rebels": ("troops for the other's rebels", "earlier troops for rebels"),
    "dated_force": ("use of force", "earlier use of force"),
}
"""What fades: in the words of the year in which it was, and of the years after."""
EU = 3.0
Made = Mapping[Ledger, LedgerResult]


@dataclass(frozen=True, slots=True)
class Reason:
    """A few words of a headline.

    Attributes
    ----------
    text : str
    points : float
        By which it is chosen.
    evidence : tuple of str
        Pointers to what it rests on.
    """

    text: str
    points: float
    evidence: tuple[str, ...]


def reasons(made: Made, names: tuple[Ledger, ...], year: int) -> list[Reason]:
    """Return the items of some ledgers that weigh most, most points first; each text once."""
    found: dict[str, Reason] = {}
    for name in names:
        for k, item in enumerate(made[name].items):
            points = item.points.value
            if points is None or points < TELLING or item.item not in (*PHRASES, *ACTS):
                continue
            place = f"{made[name].pointer}/items/{k}"
            pointers = tuple(f"{place}/{part}" for part in ("points/value", "raw", "known"))
            reason = Reason(phrase(item, year), points, pointers)
            found.setdefault(reason.text, reason)
    return sorted(found.values(), key=lambda reason: -reason.points)


def phrase(item: ItemResult, year: int) -> str:
    """Return an item in a few words: what lasts as of the year, or as last seen."""
    raw = max((x for x in item.raw if x is not None), default=0.0)
    if item.item in ACTS:
        now, earlier = ACTS[item.item]
        return now if item.known == year and _of_the_year(item, raw) else earlier
    text = _level(item, raw)
    if item.points.status == "carried" and item.known not in (None, year):
        text = f"{text.removesuffix(' in force')} seen to {item.known}"
    return text


def _of_the_year(item: ItemResult, raw: float) -> bool:
    """Whether a raw value is one of the levels: one that has faded lies between them."""
    return raw >= FOUGHT if item.item == "side_by_side" else raw == round(raw)


def _level(item: ItemResult, raw: float) -> str:
    if item.item == "promise" and item.points.value != item.maximum:
        return "a lesser promise"
    if item.item in ("blocs", "customs_union") and raw >= EU:
        return "membership in the EU"
    if item.item == "organisation" and raw >= 2:
        return "a joint command in peacetime"
    if item.item == "arms" and raw >= 2:
        return "arms from a major supplier"
    return PHRASES[item.item]


def trade(made: Made) -> Reason | None:
    """Return how much trade there is, or None where it is not known."""
    items = made["economic_cooperation"].items
    mine = [(k, i) for k, i in enumerate(items) if i.item in ("trade_volume", "trade_share")]
    if not mine or any(i.points.value is None for _, i in mine):
        return None
    points = sum(i.points.value or 0.0 for _, i in mine)
    pointers = tuple(f"/economic/cooperation/items/{k}/points/value" for k, _ in mine)
    return Reason(f"{TRADE.word(points)} trade", points, pointers)


def no_promise(made: Made) -> Reason | None:
    """Return that no promise of defence is known, where what is known is none or a lesser one."""
    ledger = made["military_cooperation"]
    for k, item in enumerate(ledger.items):
        points = item.points.value
        if item.item == "promise" and points is not None and points < item.maximum:
            pointer = f"/military/cooperation/items/{k}/points/value"
            return Reason("no promise of defence known", 0.0, (pointer,))
    return None
