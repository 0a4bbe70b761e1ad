"""Claims that the forces of a state in another grew or shrank, and how many they are."""

from __future__ import annotations

import re

from daylight.checks.known import Known
from daylight.checks.terms.directions import spans
from daylight.checks.terms.times import unsettled
from daylight.checks.terms.two_states import named
from daylight.checks.troops.amounts import (
    SLACK,
    TABLES,
    figure,
    query_of,
    told,
    troops,
)  # fmt: skip
from daylight.checks.verdict import Verdict, Word, silent, turned
from daylight.claims.numbers import numbers
from daylight.claims.records import Claim
from daylight.core.refs import StateRef

GREW = re.compile(
    r"\b(?:swoll?e?n|swelled|grown|grew|doubled|increased|reinforced|expanded|risen)\b"
)
SHRANK = re.compile(r"\b(?:shrunk|shrank|halved|reduced|cut|fallen|thinned|dwindled|declined)\b")
LEAST = 100
"""A bare number of a text from which it may be one of soldiers, and is no year."""
YEARS = range(1800, 2101)
RULE = f"the counts of the two years must differ by more than {SLACK} times"


def number_said(claim: Claim) -> float | None:
    """Return a number of soldiers that a text gives, None where it gives none."""
    found = [n.value for n in numbers(claim.text) if n.unit is None]
    return next((n for n in found if n >= LEAST and n not in YEARS), None)


def changed(claim: Claim) -> bool:
    """Whether a text says that forces grew or shrank."""
    return bool(GREW.search(claim.text) or SHRANK.search(claim.text))


def troops_changed(claim: Claim, known: Known, owner: StateRef, host: StateRef) -> Verdict:
    """Decide whether the forces of a state in another grew or shrank."""
    found = spans(claim, known)
    if not found:
        return unsettled(known)
    first, last = found[-1]
    counts = [troops(known, owner, host, year) for year in (first, last)]
    query = (*query_of(known, owner, host, first)[:1], *query_of(known, owner, host, last))
    one, other = counts
    if one is None or other is None:
        text = f"How many troops of {named(owner)} were in {named(host)} in {first} and in {last} "
        text += "is not known."
        return silent(text, query, TABLES)
    up, down = other > one * SLACK, other < one / SLACK
    yes, no = (up, down) if GREW.search(claim.text) else (down, up)
    word: Word = "supported" if yes else "contradicted" if no else "mixed"
    text = f"{told(one, owner, host, first)} {told(other, owner, host, last)}"
    figures = (figure(one, first), figure(other, last))
    return Verdict(turned(word, claim.negated), text, RULE, query, figures, TABLES)
