"""Kinds of event that test a tie: what each is, which are acts, and which are alike."""

from __future__ import annotations

from daylight.store.schemas.facts import KINDS as OF_FACTS
from daylight.store.schemas.shocks import KINDS as OF_CATALOGUE

FROM_FACTS = ("war", "force", "crisis", "rebels", "break", "sanctions")
"""Kinds of dated fact that test a tie as they are."""
DERIVED = {
    **{kind: OF_FACTS[kind] for kind in FROM_FACTS},
    "treaty_end": "a treaty of both that ended before its term",
    "bloc_exit": "one of the two left a bloc of both",
    "regime_change": OF_CATALOGUE["regime_change"],
    "leader_change": "a leader who came to power against the rules, or from abroad",
    "third_party_war": "a war of one of the two with a third state",
    "treaty_with_rival": "an alliance of one with a strategic rival of the other",
    "vote_against": "a vote of one in the UN Security Council against the other, or its side",
    "supplier_switch": "another became the main supplier of arms of one, in place of the other",
}
"""Kinds of event that tables of the atlas date, and what each is there."""
KINDS = OF_CATALOGUE | {kind: text for kind, text in DERIVED.items() if kind not in OF_CATALOGUE}
"""Every kind of event, and what it is."""
OWN = {
    "war": "hostility", "force": "hostility", "crisis": "hostility", "rebels": "hostility",
    "force_between": "hostility", "crisis_between": "hostility", "sanctions": "hostility",
    "sanction": "hostility", "break": "hostility", "expulsion": "hostility",
    "treaty_end": "treaty", "bloc_exit": "bloc",
}  # fmt: skip
"""Kinds of event that are themselves an act by which a break is told, and its family."""
_ALIKE = {
    "war": "fight", "force": "fight", "crisis": "fight", "rebels": "fight",
    "force_between": "fight", "crisis_between": "fight", "break": "break", "expulsion": "break",
    "sanctions": "ban", "sanction": "ban", "arms_embargo": "ban", "economic_coercion": "ban",
    "treaty_end": "treaty", "other": "treaty", "leader_change": "power", "regime_change": "power",
}  # fmt: skip


def alike(kind: str) -> str:
    """Return the group of kinds of which two near each other are one event."""
    return _ALIKE.get(kind, kind)
