"""A bond of a year that the ledgers do not cover: the dated facts, and that there is no more."""

from __future__ import annotations

from daylight.bonds.records import (
    Bond,
    Dimension,
    LedgerResult,
    Pull,
    Quantity,
    Relationship,
    pointer,
)
from daylight.bonds.sources import of_item, supports
from daylight.bonds.view import VIEW
from daylight.bonds.words import newest
from daylight.bonds.written import NO_LEDGERS
from daylight.core.refs import in_text
from daylight.core.request import Request
from daylight.core.said import Caveat, Finding, Summary
from daylight.core.status import Known
from daylight.facts.records import Fact
from daylight.ledgers.items import ITEMS
from daylight.say.lines import listed
from daylight.store.atlas import Atlas
from daylight.store.notes import source_notes
from daylight.store.schemas.ledgers import Ledger

NOTHING = Quantity(None, None, None, "outside_coverage")
WORD = "not covered"


def uncovered(
    asked: Request, atlas: Atlas, facts: tuple[Fact, ...], points: dict[str, float], since: int
) -> Bond:
    """Return a bond without ledgers."""
    names = listed(in_text(state.name) for state in asked.states)
    text = f"{NO_LEDGERS}: what bound {names} in {asked.year} is told by dated facts alone"
    findings = (
        Finding("relationship", text, ("/relationship/word",)),
        newest(facts),
    )
    return Bond(
        request=asked,
        answer=Summary(". ".join(f.text for f in findings) + ".", findings),
        relationship=Relationship(WORD, None, None, NOTHING, NOTHING, NOTHING, "outside_coverage"),
        military=Dimension(_empty("military_cooperation"), _empty("military_conflict")),
        political=Dimension(_empty("political_cooperation"), _empty("political_conflict")),
        economic=Dimension(_empty("economic_cooperation"), _empty("economic_conflict")),
        history=(),
        known=facts,
        standing=(),
        records=(),
        points=points,
        since=since,
        lineage_note=None,
        caveats=(Caveat("coverage", f"No ledgers of {asked.year}.", ("/relationship",)),),
        sources=source_notes(atlas, supports({}, facts) | _looked(), asked.year),
        view=VIEW,
    )


def _looked() -> dict[str, list[str]]:
    """Return the sources that would tell of each ledger: that nothing is seen rests on them.

    And on the list of states, which says in which years both were states.
    """
    found: dict[str, list[str]] = {}
    for item in ITEMS:
        found.setdefault(pointer(item.ledger), ["states"]).extend(of_item(item))
    return found


def _empty(ledger: Ledger) -> LedgerResult:
    status: Known = "outside_coverage"
    return LedgerResult(ledger, None, None, None, status, 0.0, 0.0, None, Pull(None, None), ())
