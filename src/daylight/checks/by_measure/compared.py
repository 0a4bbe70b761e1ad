"""Two values that a text compares: trade, votes, or how near two states stand to a third."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from daylight.checks.commands import asked
from daylight.checks.known import Known
from daylight.checks.terms.times import years_of
from daylight.checks.terms.two_states import named
from daylight.checks.ties.pair_years import PLACE, band, told, years
from daylight.checks.trade.amounts import BUYS, SELLS, queries
from daylight.checks.trade.flow import money
from daylight.checks.trade.read import TABLES as TRADE
from daylight.checks.trade.read import between
from daylight.checks.votes.alike import LEAST, VOTES, alike
from daylight.checks.votes.amounts import query_of, span
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.say.lines import capital
from daylight.say.numbers import with_interval

Ends = tuple[float, float]
THAN_DOES = re.compile(r"\bthan [^.;,]{2,40} (?:does|did|do)\b")
"""By this the two that are compared stand first and last: "A trades more with B than C does"."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two values with their 90 % intervals, and what they are.

    Attributes
    ----------
    of : tuple of StateRef
        Whose values they are.
    values : tuple of float
    ends : (Ends, Ends) or None
        None where one is not known.
    written : tuple of str
    text : str
        A sentence.
    rule, unit : str
    query, tables : tuple of str
    """

    of: tuple[StateRef, StateRef]
    values: tuple[float | None, ...]
    ends: tuple[Ends, Ends] | None
    written: tuple[str, ...]
    text: str
    rule: str
    unit: str
    query: tuple[str, ...]
    tables: tuple[str, ...]


def by_trade(
    claim: Claim, known: Known, state: StateRef, one: StateRef, other: StateRef, year: int
) -> Compared:
    """Return trade of a state with two others."""
    way = "ab" if SELLS.search(claim.text) else "ba" if BUYS.search(claim.text) else "both"
    if THAN_DOES.search(claim.sentence):
        state, one, other = one, state, other
        way = {"ab": "ba", "ba": "ab"}.get(way, way)
    flows = [
        between(known, s, state, year, "ab") if way == "ba"
        else between(known, state, s, year, way)
        for s in (one, other)
    ]  # fmt: skip
    what = {"ab": "exports of goods", "ba": "imports of goods", "both": "trade in goods"}[way]
    query = tuple(queries(known, state, s, year)[0] for s in (one, other))
    rule, of = f"{what}, in dollars of the year", (one, other)
    first, second = flows
    if first is None or second is None:
        text = f"What {named(state)} traded with both in {year} is not known."
        return Compared(of, (), None, (), text, rule, "", query, TRADE)
    whom = "from" if way == "ba" else "to" if way == "ab" else "with"
    text = (
        f"The {what} of {named(state)} in {year} came to {first.told} {whom} {named(one)} "
        f"and {second.told} {whom} {named(other)}."
    )
    return Compared(
        of, (first.value, second.value), ((first.lo, first.hi), (second.lo, second.hi)),
        tuple(f"{money(flow.value)} in {year}" for flow in (first, second)), text, rule,
        "dollars of the year", query, TRADE,
    )  # fmt: skip


def by_votes(
    claim: Claim, known: Known, state: StateRef, one: StateRef, other: StateRef, year: int
) -> Compared:
    """Return how often a state voted like two others."""
    first, last = years_of(claim, known) or (year, year)
    found = [alike(known, state, s, first, last) for s in (one, other)]
    query = tuple(query_of(known, state, s, first, last)[0] for s in (one, other))
    rule, of = "all recorded votes, abstention counted as a third choice", (one, other)
    a, b = found
    if a is None or b is None:
        text = f"One of the two is known to have cast fewer than {LEAST} votes with {named(state)}."
        return Compared(of, (), None, (), text, rule, "", query, VOTES)
    told_ = [with_interval(x.all, x.all_lo, x.all_hi, 0) for x in (a, b)]
    text = (
        f"{capital(named(state))} cast {told_[0]} in 100 votes like {named(one)} "
        f"and {told_[1]} in 100 like {named(other)} {span(first, last)}."
    )
    return Compared(
        of, (a.all, b.all), ((a.all_lo, a.all_hi), (b.all_lo, b.all_hi)),
        tuple(f"{x.all:.0f} in 100 {span(first, last)}" for x in (a, b)), text, rule, "percent",
        query, VOTES,
    )  # fmt: skip


def by_place(
    _: Claim, known: Known, state: StateRef, one: StateRef, other: StateRef, year: int
) -> Compared:
    """Return where a state stood with two others between rivalry and warm peace."""
    pairs = (f"{state.code}:{s.code}" for s in (one, other))
    query = (asked("compare", *pairs, on=known.on),)
    rule, of = f"{PLACE.name}, from what the ledgers of the pair hold", (one, other)
    found = [
        next((y for y in years(known, (state, s)) if y.year == year), None) for s in (one, other)
    ]
    ends = [band(PLACE, y) if y is not None else None for y in found]
    a, b = found
    if a is None or b is None or ends[0] is None or ends[1] is None:
        text = f"How {named(state)} stood with both in {year} is not known closely enough."
        return Compared(of, (), None, (), text, rule, "", query, ("ledgers",))
    written = told(PLACE, a), told(PLACE, b)
    text = (
        f"Between rivalry (0) and warm peace (1), {named(state)} stood with {named(one)} at "
        f"{written[0]}, and with {named(other)} at {written[1]}."
    )
    values = (PLACE.of(a).value, PLACE.of(b).value)
    return Compared(
        of, values, (ends[0], ends[1]), written, text, rule, "0 to 1", query, ("ledgers",)
    )


WAYS: Mapping[
    str, Callable[[Claim, Known, StateRef, StateRef, StateRef, int], Compared]
] = {"trade": by_trade, "votes": by_votes, "bond": by_place}  # fmt: skip
