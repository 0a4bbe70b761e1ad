"""Claims about pacts of two states: when one began or ended."""

from __future__ import annotations

import re

from daylight.checks.as_then import at
from daylight.checks.commands import either, literal, sql
from daylight.checks.kept import facts_of_pair
from daylight.checks.known import Known
from daylight.checks.terms.times import within
from daylight.checks.terms.two_states import UNSETTLED, Pair, names, pair_of
from daylight.checks.verdict import SOME, UNKNOWN, Figure, Verdict, Word, fact, silent, turned
from daylight.claims.records import Claim
from daylight.core.partial import PartialDate
from daylight.facts.records import Fact
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
NEEDED = {
    ("defen", "mutual", "alliance"): ("defence",),
    ("non-aggression", "nonaggression"): ("aggression",),
    ("peace treaty", "treaty of peace"): ("treaty",),
}  # fmt: skip
"""Words of a text, and those that a pact must have to be what they mean."""
PEACE = re.compile(r"peace treaty|treaty of peace")
FIRMEST: tuple[Word, ...] = ("supported", SOME, "mixed")


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
    query = (query_of(known, both, kinds),)
    window = claim.window
    chosen = [f for f in of_kind if window is None or within(_moment(f, over), window)]
    if chosen:
        best, word, rule = min(
            ((f, *_fits(f, said)) for f in reversed(chosen)), key=lambda one: FIRMEST.index(one[1])
        )
        text = f"{capital(names(both))}: {best.text} ({at(_moment(best, over))})."
        return Verdict(turned(word, claim.negated), text, rule, query, (figure(best),), TABLES)
    if not of_kind or window is None:
        text = "No such pact of the two is on record; lists of agreements are not complete."
        return silent(text, query, TABLES)
    middle = window.first.toordinal()
    near = min(of_kind, key=lambda f: abs(_moment(f, over).first.toordinal() - middle))
    text = (
        f"The lists of agreements, which are not complete, have none of that time; the nearest is: "
        f"{near.text} ({at(_moment(near, over))})."
    )
    return Verdict(UNKNOWN, text, None, query, (figure(near),), TABLES)


def _fits(found: Fact, said: str) -> tuple[Word, str | None]:
    """Return whether a pact is of the kind that a text names, and by which rule."""
    text = found.text.lower()
    for words, needed in NEEDED.items():
        if any(word in said for word in words) and not any(word in text for word in needed):
            return "mixed", f"a pact of the two that does not say {' or '.join(needed)}"
    if PEACE.search(said) and "friendship" not in said and found.kind != "peace":
        return "mixed", "an agreement of the two that is no treaty of peace"
    if text.startswith("pact of"):
        return SOME, "a pact of more states than the two"
    return "supported", None


def query_of(known: Known, both: Pair, kinds: tuple[str, ...]) -> str:
    """Return the command that shows the dated facts of a pair, of some kinds."""
    named = ", ".join(literal(kind) for kind in kinds)
    return sql(
        "SELECT day, precision, kind, text, citation FROM dated_facts "
        f"WHERE {either(known.numbers(both[0]), known.numbers(both[1]))} AND kind IN ({named}) "
        f"AND day <= {literal(known.on.isoformat())} ORDER BY day"
    )


def _moment(found: Fact, over: bool) -> PartialDate:
    return (found.ended if over else None) or found.when


def figure(found: Fact) -> Figure:
    """Return a dated fact as a figure."""
    cited = "; ".join(found.citation) or ", ".join(found.source)
    return fact(found.kind, f"{found.text} ({partly(found.when)})", cited)
