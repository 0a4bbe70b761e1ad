"""Claims that a state is the closest of another, as of the date of the text."""

from __future__ import annotations

from daylight.checks.commands import asked
from daylight.checks.kept import partners_of
from daylight.checks.known import Known
from daylight.checks.terms.two_states import OF_WHOM, named, whose_and_who
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.say.lines import capital, listed
from daylight.say.numbers import fixed, with_interval

POINTS = "the mean of the points of military, political and economic cooperation, of 100"
BEHIND = 2
"""Places behind the first up to which the verdict is mixed."""
FIRST = 4
"""Closest states that are named."""
TABLES = ("ledgers",)


def closest(claim: Claim, known: Known) -> Verdict:
    """Decide whether a state is the closest of another."""
    pair = whose_and_who(claim, known)
    if pair is None or any(word in claim.word("word") for word in ("only", "oldest")):
        return silent(OF_WHOM)
    state, other = pair
    query = (asked("partners", state.code, on=known.on),)
    if (
        claim.window is not None
        and claim.window.last.year < known.year
        and claim.window.how == "in"
    ):
        return silent("Who was closest is read as of the date of the text only.", query, TABLES)
    found = partners_of(known.atlas, state.code, known.on)
    if found is None or not found.ties:
        return silent(f"How others stand to {named(state)} is not known.", query, TABLES)
    ranks = {tie.state.code: tie.rank for tie in found.ties}
    rank, top = ranks.get(other.code), [tie for tie in found.ties if tie.rank == found.ties[0].rank]
    told = [
        f"{named(tie.state)} ({_points(tie.by.value, tie.by.lo, tie.by.hi)} points)"
        for tie in found.ties[:FIRST]
    ]
    text = f"By points of cooperation, the closest to {named(state)} in {known.year} were "
    text += f"{listed(told)}."
    if rank is None:
        text += f" {capital(named(other))} was not among the first {len(found.ties)}."
    word: Word = "mixed"
    if rank is None or rank > top[0].rank + BEHIND:
        word = "contradicted"
    elif rank == top[0].rank and len(top) == 1:
        word = "supported"
    figures = tuple(
        Figure(
            tie.state.code,
            tie.by.value,
            tie.by.lo,
            tie.by.hi,
            "points",
            f"rank {tie.rank}",
            "ledgers",
        )
        for tie in found.ties[:FIRST]
    )
    return Verdict(turned(word, claim.negated), text, POINTS, query, figures, TABLES)


def _points(value: float | None, lo: float | None, hi: float | None) -> str:
    """Write points with their interval, without it where all of it is the value as written."""
    if value is not None and lo is not None and hi is not None and fixed(lo, 0) == fixed(hi, 0):
        return fixed(value, 0)
    return with_interval(value, lo, hi, 0)
