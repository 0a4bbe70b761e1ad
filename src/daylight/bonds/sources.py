"""Which sources each part of a bond rests on, and a list of ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from daylight.bonds.records import ItemResult, LedgerResult
from daylight.facts.records import Fact
from daylight.ledgers.item import Item
from daylight.ledgers.items import ITEMS
from daylight.ledgers.relationship.form import ENTERS
from daylight.store.schemas.ledgers import RELATIONSHIP_FROM, Ledger

Supports = dict[str, list[str]]


def of_item(item: Item | ItemResult) -> list[str]:
    """Return the sources of an item."""
    return [source for source, _ in item.sources]


def of_ties(places: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each place in an answer the sources of ties: of all items, and of the scale."""
    names = dict.fromkeys(source for item in ITEMS for source in of_item(item))
    return dict.fromkeys(places, (*names, *RELATIONSHIP_FROM))


def supports(made: Mapping[Ledger, LedgerResult], facts: Sequence[Fact]) -> Supports:
    """Return the sources by the part of the answer that rests on them, as a JSON pointer."""
    found: Supports = {}
    for name, ledger in made.items():
        place = ledger.pointer
        for k, item in enumerate(ledger.items):
            if item.points.value is None and item.known is None:
                continue
            sources = of_item(item)
            found[f"{place}/items/{k}"] = sources
            for part in (place, "/history", "/standing", "/records"):
                found.setdefault(part, []).extend(sources)
            if name in ENTERS:
                found.setdefault("/relationship", []).extend(sources)
    found.setdefault("/relationship", []).extend(RELATIONSHIP_FROM)
    for k, fact in enumerate(facts):
        found[f"/known/{k}"] = list(fact.source)
    return found
