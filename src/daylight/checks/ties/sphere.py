"""Claims that states lie in the sphere of influence of a power."""

from __future__ import annotations

import re
from functools import lru_cache

from daylight.actors.find import find
from daylight.actors.records import Mention
from daylight.checks.commands import asked
from daylight.checks.known import Known
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import named
from daylight.checks.verdict import UNKNOWN, Figure, Verdict, Word, agreed, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.ledgers.years import FIRST
from daylight.say.lines import capital, listed
from daylight.say.numbers import percent
from daylight.spheres.chances import Chance, chance_within

SURE = 0.9
"""Chance from which a state lies within a sphere, or below 1 less it outside."""
TABLES = ("ledger_items", "trade", "economies", "ideal_points", "capabilities")
OUT = ("out of", "outside", "left", "escaped", "broke out", " from ")
AFTER = re.compile(r"(?:['’]s?)? (?:old |own |new )?(?:sphere|orbit)", re.IGNORECASE)
BEFORE = re.compile(
    r"(?:sphere|orbit) (?:of influence )?of (?:influence of )?(?:the )?$", re.IGNORECASE
)
RULE = (
    "a state lies within the sphere of a power that leads in at least two of its arms, its votes "
    f"and its trade; within from a chance of {SURE:.0%} on, outside below {1 - SURE:.0%}"
)


_chance = lru_cache(maxsize=512)(chance_within)


def sphere(claim: Claim, known: Known) -> Verdict:
    """Decide whether states lie in the sphere of a power."""
    power, states = _who(claim, known)
    year = year_of(claim, known)
    if power is None or not states:
        return silent("The text does not settle which state or which power is meant.")
    if year is None or year < FIRST:
        return unsettled(known)
    query = (asked("sphere", power.code, on=known.on),)
    found = [(state, _chance(known.atlas, year, state, power)) for state in states]
    words = [_word(chance) for _, chance in found]
    texts = [_text(state, power, year, chance) for state, chance in found]
    figures = tuple(
        Figure(f"{state.code} in the sphere of {power.code}", drawn.chance, None, None,
               "chance", f"{percent(drawn.chance)} % in {year}", "ledger_items")
        for state, drawn in found
        if drawn is not None
    )  # fmt: skip
    out = any(word in claim.text.lower() for word in OUT)
    word = turned(agreed(words), claim.negated != out)
    return Verdict(word, " ".join(texts), RULE, query, figures, TABLES)


def _who(claim: Claim, known: Known) -> tuple[StateRef | None, list[StateRef]]:
    """Return the power, and the states that are said to lie in its sphere.

    The power is the one that the word "sphere" belongs to; else the one that the claim names as
    such.
    """
    told = [m for m in find(claim.text, known.on) if m.kind != "bloc" and len(m.ids) == 1]
    owner = next((m.ids[0] for m in told if _owns(claim.text, m)), None)
    if owner is None:
        owner = claim.object[0].state if claim.object else None
    codes = [m.ids[0] for m in told] + list(claim.states)
    power = known.state(owner)
    states = [known.state(code) for code in codes if code != owner]
    return power, [s for s in dict.fromkeys(states) if s is not None and s != power]


def _owns(text: str, mention: Mention) -> bool:
    """Whether the sphere is somebody's: "the French sphere", "the sphere of Russia"."""
    before, after = text[: mention.start], text[mention.end :]
    return bool(AFTER.match(after) or BEFORE.search(before))


def _word(found: Chance | None) -> Word:
    if found is None:
        return UNKNOWN
    chance = found.chance
    return "supported" if chance >= SURE else "contradicted" if chance <= 1 - SURE else "mixed"


def _text(state: StateRef, power: StateRef, year: int, drawn: Chance | None) -> str:
    if drawn is None:
        return f"What drew {named(state)} in {year} is not known."
    text = (
        f"The chance that {named(state)} lay within the sphere of {named(power)} in {year} is "
        f"{percent(drawn.chance)} %"
    )
    leads = [DOMAINS.get(lead, lead) for lead in drawn.leads]
    lead = (
        f"; {named(power)} led in {listed(leads)}" if leads else f"; {named(power)} led in nothing"
    )
    return capital(f"{text}{lead}.")


DOMAINS = {"military": "arms", "political": "votes", "economic": "trade"}
