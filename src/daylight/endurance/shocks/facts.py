"""Dated facts of the two that divide them, and blocs that one of them left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.core.lineages import newest
from daylight.core.refs import StateRef
from daylight.endurance.records import Expected
from daylight.endurance.shocks.event import Event
from daylight.endurance.shocks.kinds import FROM_FACTS
from daylight.facts.lines import CALLED
from daylight.facts.read import condition, of_pair
from daylight.facts.records import Fact
from daylight.facts.same import from_two_sources, through_numbers
from daylight.say.lines import capital
from daylight.store.atlas import Atlas

TABLES = ("dated_facts",)
LEFT = " no longer "
"""Words of a fact that a bloc was left; the others of its kind say that both are in it."""
AGAINST = ("sanctions on", "arms embargo on", "a ban on flights over")
"""Words of a resolution against a state, of those that the Council voted on."""


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield the events that the facts of the two are."""
    where, params = condition(a.cow, b.cow, until)
    rows = atlas.rows("dated_facts", where, params)
    for fact in from_two_sources(through_numbers(of_pair(rows, a.cow, b.cow, until))):
        kind, expected = _kind(fact)
        if kind:
            own = kind not in FROM_FACTS
            acted = fact.actor and (own or fact.kind == "sanctions")
            of = newest(fact.actor) if acted else 0
            yield Event(
                fact.day, fact.precision, capital(fact.text) if own else fact.text, kind, expected,
                cited(fact), None, fact.source[0], of,
            )  # fmt: skip


def _kind(fact: Fact) -> tuple[str, Expected]:
    if fact.kind in FROM_FACTS:
        return fact.kind, "strain"
    if fact.kind == "bloc" and LEFT in fact.text:
        return "bloc_exit", "rupture"
    voted = fact.kind == "council" and " votes for " in fact.text
    if voted and any(words in fact.text for words in AGAINST):
        return "vote_against", "strain"
    if fact.kind == "veto" and " vetoes the admission " in fact.text:
        return "vote_against", "strain"
    return "", "strain"


def cited(fact: Fact) -> str:
    """Return the address or place of a fact, or what its source is called."""
    source = fact.source[0]
    return fact.citation[0] if fact.citation else CALLED.get(source, source)
