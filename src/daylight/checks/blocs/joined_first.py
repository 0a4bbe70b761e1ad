"""Claims that one state joined or left a bloc before or after another."""

from __future__ import annotations

from dataclasses import replace

from daylight.checks.as_then import at
from daylight.checks.blocs.joined_or_left import moves_of
from daylight.checks.blocs.standing import TABLES, Case, cases
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known
from daylight.checks.verdict import UNKNOWN, Verdict, Word, fact, silent, turned
from daylight.claims.records import Claim
from daylight.core.partial import PartialDate
from daylight.say.dates import partly
from daylight.say.lines import capital

LEFT = ("left", "quit", "withdr", "pulled")
EARLIER = ("before", "ahead of", "earlier than")


def order(claim: Claim, known: Known) -> Verdict:
    """Decide which of two came first."""
    both = _two(claim, known)
    if both is None or both[0] == both[1]:
        return silent("The text does not settle which two are compared.")
    joined = not any(word in claim.text.lower() for word in LEFT)
    act = "joined" if joined else "left"
    moves = [moves_of(case, joined, known) for case in both]
    told = [_when(case, found, act) for case, found in zip(both, moves, strict=True)]
    query = tuple(dict.fromkeys(command(case.bloc, known.on) for case in both))
    figures = tuple(
        fact(f"{case.code} in {case.bloc}", partly(found[0]), str(case.inside[0]["citation"]))
        for case, found in zip(both, moves, strict=True)
        if found
    )
    word = _word(claim, moves)
    answer = f"{capital(told[0])}; {told[1]}."
    return Verdict(turned(word, claim.negated), answer, None, query, figures, TABLES)


def _two(claim: Claim, known: Known) -> tuple[Case, Case] | None:
    """Return what came, and what it is compared with."""
    states = tuple(actor for actor in claim.other if actor.kind != "bloc")
    blocs = tuple(actor for actor in claim.other if actor.kind == "bloc")
    if not (states or blocs):
        return None
    other = replace(claim, subject=states or claim.subject, object=blocs or claim.object)
    found = cases(claim, known), cases(other, known)
    return (found[0][0], found[1][0]) if found[0] and found[1] else None


def _word(claim: Claim, moves: list[list[PartialDate]]) -> Word:
    """Return the verdict on the order of the first moves of the two."""
    one, other = moves
    if not one:
        return "contradicted" if other else UNKNOWN
    earlier = claim.word("word") in EARLIER
    if not other:
        return "supported" if earlier else "contradicted"
    before, after = one[0].last < other[0].first, one[0].first > other[0].last
    yes, no = (before, after) if earlier else (after, before)
    return "supported" if yes else "contradicted" if no else "mixed"


def _when(case: Case, found: list[PartialDate], act: str) -> str:
    if found:
        return f"{case.name} {act} {case.the_bloc} {at(found[0])}"
    return f"{case.name} had not {act} {case.the_bloc}"
