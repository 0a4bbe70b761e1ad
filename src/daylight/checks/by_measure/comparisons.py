"""Claims that one thing is more than another."""

from __future__ import annotations

import re

from daylight.checks.by_measure.compared import WAYS, Compared
from daylight.checks.known import Known
from daylight.checks.terms.multiples import ROUNDED, fits, multiple, ratio
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import named
from daylight.checks.trade.economies import RULE, TABLES, economy, figure, query_of
from daylight.checks.trade.flow import amount
from daylight.checks.trade.told_of import a_part
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.say.numbers import significant

LESS = ("less", "smaller", "lower", "distant", "further", "half", "poorer", "fewer")
NOT_THAT = re.compile(r",? (?:and )?not (?:the |with |like )?[A-Z]")
"""Words that name what something is less than, and deny nothing: "Brazil, not Argentina"."""
MORE_AND_MORE = "more and more"
"""Words of a change over time, which is no comparison of two."""
UNSETTLED = "The text does not settle which are compared."
Ends = tuple[float, float]


def comparison(claim: Claim, known: Known) -> Verdict:
    """Decide which of two is more."""
    negated = claim.negated
    if negated and NOT_THAT.search(claim.text):
        negated = False
    if claim.measure == "gdp":
        return _gdp(claim, known, negated)
    compared = WAYS.get(claim.measure or "")
    if compared is None or MORE_AND_MORE in claim.text.lower():
        return silent(UNSETTLED)
    apart = a_part(claim) if claim.measure == "trade" else None
    if apart is not None:
        return apart
    three = _three(claim, known)
    if three is None:
        return silent(UNSETTLED)
    year = year_of(claim, known)
    if year is None and claim.measure != "votes":
        return unsettled(known)
    found = compared(claim, known, *three, year or known.year)
    if found.ends is None:
        return silent(found.text, found.query, found.tables)
    word, more, how = _decided(claim, found.values, *found.ends)
    return Verdict(turned(word, negated), f"{found.text}{more}", f"{found.rule}{how}", found.query,
                   _figures(found), found.tables)  # fmt: skip


def _decided(
    claim: Claim, values: tuple[float | None, ...], first: Ends, second: Ends
) -> tuple[Word, str, str]:
    """Return the verdict on two values, what it adds to the answer, and to the rule."""
    said, (one, other) = multiple(claim.text), values
    if said is not None and one and other and min(*first, *second) > 0:
        times = ratio(one, first, other, second)
        told = " to ".join(significant(end, 2) for end in times[1:])
        more = f" The first is {significant(times[0], 2)} ({told}) times the second."
        return fits(said, *times), more, f"; the multiple may differ by {ROUNDED:.0%}"
    if any(word in claim.word("word") for word in LESS):
        first, second = second, first
    word: Word = "mixed"
    if first[0] > second[1] or first[1] < second[0]:
        word = "supported" if first[0] > second[1] else "contradicted"
    return word, "", ""


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


def _gdp(claim: Claim, known: Known, negated: bool) -> Verdict:
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
    word, more, how = _decided(claim, (first[0], second[0]), first[1:], second[1:])
    figures = (figure(one, first, year), figure(other, second, year))
    return Verdict(turned(word, negated), f"{text}{more}", f"{RULE}{how}", query, figures, TABLES)
