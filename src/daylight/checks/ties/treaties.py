"""Claims about pacts of two states: when one began or ended, and whether they were allies."""

from __future__ import annotations

from daylight.checks.as_then import at
from daylight.checks.commands import either, literal, sql
from daylight.checks.kept import facts_of_pair
from daylight.checks.known import Known
from daylight.checks.terms.times import day_of, within
from daylight.checks.terms.two_states import UNSETTLED, Pair, pair_of
from daylight.checks.verdict import Figure, Verdict, fact, silent, turned
from daylight.claims.records import Claim
from daylight.core.partial import PartialDate
from daylight.facts.records import Fact
from daylight.say.dates import day as written
from daylight.say.dates import partly
from daylight.say.lines import capital

TABLES = ("dated_facts",)
KINDS = {
    "defen": ("promise",), "alliance": ("promise",), "mutual": ("promise",),
    "friendship": ("promise",), "non-aggression": ("promise", "peace"),
    "nonaggression": ("promise", "peace"), "peace": ("peace", "mend", "promise"),
    "trade": ("trade",), "invest": ("investment",), "military": ("agreement", "promise"),
    "security": ("agreement", "promise"), "cooperation": ("agreement", "promise", "trade"),
}  # fmt: skip
"""Words of a text, and the kinds of dated facts that they mean."""
ANY = ("promise", "peace", "agreement", "trade", "investment", "mend")
ENDED = ("ended", "denounc", "abrog", "tore", "cancel")
RULE = "a promise of defence in force on the day, by a pact of the two or by a bloc"


def treaty(claim: Claim, known: Known) -> Verdict:
    """Decide whether a pact of two states began or ended at a time."""
    both = pair_of(claim, known)
    if both is None:
        return silent(UNSETTLED)
    said = claim.text.lower()
    kinds = next((kinds for word, kinds in KINDS.items() if word in said), ANY)
    over = any(word in said for word in ENDED)
    of_kind = [
        found
        for found in facts_of_pair(known.atlas, both[0].cow, both[1].cow, known.on)
        if found.kind in kinds and (found.standing == "ended" or not over)
    ]
    query = (_query(known, both, kinds),)
    window = claim.window
    chosen = [f for f in of_kind if window is None or within(_moment(f, over), window)]
    if chosen:
        text = f"{capital(chosen[-1].text)} ({at(_moment(chosen[-1], over))})."
        word = turned("supported", claim.negated)
        return Verdict(word, text, None, query, (_figure(chosen[-1], known),), TABLES)
    if not of_kind or window is None:
        text = "No such pact of the two is on record; lists of agreements are not complete."
        return silent(text, query, TABLES)
    middle = window.first.toordinal()
    near = min(of_kind, key=lambda f: abs(_moment(f, over).first.toordinal() - middle))
    text = (
        f"The lists of agreements, which are not complete, have none of that time; the nearest is: "
        f"{near.text} ({at(_moment(near, over))})."
    )
    return Verdict("not enough data", text, None, query, (_figure(near, known),), TABLES)


def ally(claim: Claim, known: Known) -> Verdict:
    """Decide whether two states had promised each other defence, by pact or bloc, at a time."""
    both = pair_of(claim, known)
    if both is None:
        return silent(UNSETTLED)
    day = day_of(claim, known)
    promises = [
        found
        for found in facts_of_pair(known.atlas, both[0].cow, both[1].cow, known.on)
        if found.kind == "promise" and found.day <= day <= found.held
    ]
    query = (_query(known, both, ("promise",)),)
    held = [found for found in promises if "defence" in found.text]
    if held:
        text = f"A promise of defence was in force on {written(day)}: {held[-1].text}."
        word = turned("supported", claim.negated)
        return Verdict(word, text, RULE, query, (_figure(held[-1], known),), TABLES)
    if promises:
        text = (
            f"No promise of defence is on record for {written(day)}, only a looser one: "
            f"{promises[-1].text}."
        )
        strict = "treaty" in claim.text.lower()
        word = turned("contradicted", claim.negated) if strict else "mixed"
        return Verdict(word, text, RULE, query, (_figure(promises[-1], known),), TABLES)
    text = f"No promise of defence between the two is on record for {written(day)}."
    if day.year > PROMISES_TO:
        text += f" The list of promises is complete only to {PROMISES_TO}."
        return silent(text, query, TABLES)
    word = turned("contradicted", claim.negated)
    return Verdict(word, text, RULE, query, (), TABLES)


PROMISES_TO = 2018
"""Last year of the list of alliances; it sets out to hold all, so that absence tells until then."""


def _query(known: Known, both: Pair, kinds: tuple[str, ...]) -> str:
    named = ", ".join(literal(kind) for kind in kinds)
    return sql(
        "SELECT day, precision, kind, text, citation FROM dated_facts "
        f"WHERE {either(known.numbers(both[0]), known.numbers(both[1]))} AND kind IN ({named}) "
        f"AND day <= {literal(known.on.isoformat())} ORDER BY day"
    )


def _moment(found: Fact, over: bool) -> PartialDate:
    return (found.ended if over else None) or found.when


def _figure(found: Fact, known: Known) -> Figure:
    cited = "; ".join(found.citation) or ", ".join(found.source)
    return fact(found.kind, f"{found.text} ({partly(found.when)})", cited)
