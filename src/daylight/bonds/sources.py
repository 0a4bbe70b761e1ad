"""Which sources each part of a bond rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daylight.bonds.records import LedgerResult
from daylight.facts.records import Fact
from daylight.ledgers.item import Ledger
from daylight.ledgers.relationship.form import ENTERS

FITTED_ON = "peace_scale"
Supports = dict[str, list[str]]


def supports(made: Mapping[Ledger, LedgerResult], facts: Sequence[Fact]) -> Supports:
    """Return the sources by the part of the answer that rests on them, as a JSON pointer."""
    found: Supports = {}
    for name, ledger in made.items():
        place = "/" + name.replace("_", "/", 1)
        for k, item in enumerate(ledger.items):
            if item.points.value is None and item.known is None:
                continue
            sources = [source for source, _ in item.sources]
            found[f"{place}/items/{k}"] = sources
            for part in (place, "/history", "/standing", "/records"):
                found.setdefault(part, []).extend(sources)
            if name in ENTERS:
                found.setdefault("/relationship", []).extend(sources)
    found.setdefault("/relationship", []).append(FITTED_ON)
    for k, fact in enumerate(facts):
        found[f"/known/{k}"] = list(fact.source)
    return found
