"""Claims about how many votes two states cast alike in the General Assembly."""

from __future__ import annotations

import re

from daylight.checks.commands import either, pair, sql
from daylight.checks.known import Known
from daylight.checks.terms.said_numbers import points
from daylight.checks.terms.times import unsettled, years_of
from daylight.checks.terms.two_states import UNSETTLED, names, pair_of
from daylight.checks.verdict import SOME, Figure, Verdict, Word, silent, turned
from daylight.checks.votes.alike import LEAST, VOTES, Alike, alike
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.say.lines import capital, counted
from daylight.say.numbers import with_interval
from daylight.store.schemas import VOTE_COUNTS

ALL = "all recorded votes in which both took part, abstention counted as a third choice"
YES_NO = "only the recorded votes in which both said yes or no"
SAME = re.compile(r"\b(?:same (?:vote|way|button)|voted? alike|identical)", re.IGNORECASE)
"""Words that mean all votes, whatever was chosen."""


def query_of(known: Known, a: StateRef, b: StateRef, first: int, last: int) -> tuple[str, str]:
    """Return the commands that show the votes of a pair."""
    columns = ", ".join(VOTE_COUNTS)
    where = either(known.numbers(a), known.numbers(b))
    rows = f"SELECT year, {columns} FROM votes WHERE {where} AND year BETWEEN {first} AND {last}"
    return sql(f"{rows} ORDER BY year"), pair("divergence", a, b, known.on)


def span(first: int, last: int) -> str:
    """Write the years that votes are of."""
    return f"in {first}" if first == last else f"from {first} to {last}"


def votes_said(claim: Claim, known: Known, _: int) -> Verdict:
    """Decide how many votes two states cast alike."""
    both, years = pair_of(claim, known), years_of(claim, known)
    if both is None or claim.unit != "percent":
        return silent(UNSETTLED)
    if years is None:
        return unsettled(known)
    found = alike(known, *both, *years)
    query = query_of(known, *both, *years)
    if found is None:
        text = f"{names(both)} cast fewer than {LEAST} recorded votes together {span(*years)}."
        return silent(capital(text), query, VOTES)
    against = "against" in claim.text.lower()
    said = 100 - float(claim.value or 0) if against else float(claim.value or 0)
    by_all = points(claim, said, found.all, found.all)
    by_yes_no = points(claim, said, found.yes_no, found.yes_no)
    word, rule = _word(claim, by_all, by_yes_no)
    text = (
        f"Of {counted(found.calls, 'recorded vote')} of the General Assembly {span(*years)} the "
        f"two cast {with_interval(found.all, found.all_lo, found.all_hi, 0)} in 100 alike, and "
        f"{with_interval(found.yes_no, found.yes_no_lo, found.yes_no_hi, 0)} in 100 of those in "
        "which both said yes or no."
    )
    return Verdict(turned(word, claim.negated), text, rule, query, figures(found), VOTES)


def _word(claim: Claim, by_all: Word, by_yes_no: Word) -> tuple[Word, str]:
    """Return the verdict of the two ways to count, and by which."""
    if by_all == by_yes_no:
        return by_all, ALL if by_all == "supported" else f"{ALL}; and {YES_NO}"
    if by_all == "supported":
        return ("supported" if SAME.search(claim.text) else SOME), ALL
    if by_yes_no == "supported":
        return SOME, YES_NO
    return "mixed", f"{ALL}; and {YES_NO}"


def figures(found: Alike) -> tuple[Figure, ...]:
    """Return both shares as figures."""
    return (
        Figure("alike", found.all, found.all_lo, found.all_hi, "percent",
               f"{found.all:.0f} in 100 of all votes", "votes"),
        Figure("alike, yes or no", found.yes_no, found.yes_no_lo, found.yes_no_hi, "percent",
               f"{found.yes_no:.0f} in 100 of votes with yes or no", "votes"),
    )  # fmt: skip
