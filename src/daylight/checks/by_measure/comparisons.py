"""Claims that one thing is more than another."""

from __future__ import annotations

import re

from daylight.checks.by_measure.compared import WAYS, Compared
from daylight.checks.known import Known
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import named
from daylight.checks.trade.economies import RULE, TABLES, economy, figure, query_of
from daylight.checks.trade.flow import amount
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef

LESS = ("less", "smaller", "lower", "distant", "further", "half", "poorer", "fewer")
NOT_THAT = re.compile(r",? (?:and )?not (?:the |with |like )?[A-Z]")
"""Words that name what something is less than, and deny nothing: "Brazil, not Argentina"."""
MORE_AND_MORE = "more and more"
"""Words of a change over time, which is no comparison of two."""
ROUNDED = 0.20
"""Part by which "twice" is rounded."""
UNSETTLED = "The text does not settle which are compared."
Ends = tuple[float, float]


def comparison(claim: Claim, known: Known) -> Verdict:
    """Decide which of two is more."""
    small = claim.word("word")
    less = any(word in small for word in LESS)
    negated = claim.negated
    if negated and NOT_THAT.search(claim.text):
        negated = False
    if claim.measure == "gdp":
        return _gdp(claim, known, less, negated)
    compared = WAYS.get(claim.measure or "")
    if compared is None or MORE_AND_MORE in claim.text.lower():
        return silent(UNSETTLED)
    three = _three(claim, known)
    if three is None:
        return silent(UNSETTLED)
    year = year_of(claim, known)
    if year is None and claim.measure != "votes":
        return unsettled(known)
    found = compared(claim, known, *three, year or known.year)
    if found.ends is None:
        return silent(found.text, found.query, found.tables)
    word = _more(*found.ends, less, "twice" in small)
    return Verdict(turned(word, negated), found.text, found.rule, found.query,
                   _figures(found), found.tables)  # fmt: skip


def _more(first: Ends, second: Ends, less: bool, twice: bool) -> Word:
    """Return whether one interval lies wholly above, or below, another."""
    if less:
        first, second = second, first
    if twice and first[1] < 2 * second[0] * (1 - ROUNDED):
        return "contradicted"
    return (
        "supported" if first[0] > second[1] else "contradicted" if first[1] < second[0] else "mixed"
    )


def _three(claim: Claim, known: Known) -> tuple[StateRef, StateRef, StateRef] | None:
    """Return the state that two others are compared for, and the two."""
    groups = (claim.subject, claim.object, claim.other)
    if any(len(group) != 1 for group in groups):
        return None
    then = claim.window.last if claim.window else None
    found = [known.state(g[0].state, then) or known.state(g[0].state) for g in groups]
    states = [state for state in found if state is not None]
    return (states[0], states[1], states[2]) if len({s.cow for s in states}) == 3 else None


def _figures(found: Compared) -> tuple[Figure, ...]:
    """Return the two values as figures, each by whose it is."""
    return tuple(
        Figure(state.code, value, *ends, found.unit, text, found.tables[0])
        for state, value, ends, text in zip(
            found.of, found.values, found.ends or (), found.written, strict=True
        )
    )


def _gdp(claim: Claim, known: Known, less: bool, negated: bool) -> Verdict:
    """Decide which of two economies is larger."""
    if len(claim.subject) != 1 or len(claim.other) != 1:
        return silent(UNSETTLED)
    year = year_of(claim, known)
    if year is None:
        return unsettled(known)
    one, other = (known.state(group[0].state) for group in (claim.subject, claim.other))
    if one is None or other is None:
        return silent(UNSETTLED)
    query = query_of(known, year, one, other)
    first, second = (economy(known, state, year, "gdp") for state in (one, other))
    if first is None or second is None:
        return silent(f"The two values for {year} are not known.", query, TABLES)
    text = f"GDP in {year}: {named(one)} {amount(*first)}, {named(other)} {amount(*second)}."
    word = _more(first[1:], second[1:], less, "twice" in claim.word("word"))
    figures = (figure(one, first, year), figure(other, second, year))
    return Verdict(turned(word, negated), text, RULE, query, figures, TABLES)
