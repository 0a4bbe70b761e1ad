"""Claims that trade of two states rose, fell or stayed."""

from __future__ import annotations

import re
from itertools import pairwise

from daylight.checks.known import Known
from daylight.checks.terms.directions import GONE, STEADILY, times, way
from daylight.checks.terms.same_body import LOOSER, other_body
from daylight.checks.terms.two_states import Pair, names
from daylight.checks.trade.amounts import figure, queries
from daylight.checks.trade.flow import Flow, ratio
from daylight.checks.trade.read import TABLES, history
from daylight.checks.verdict import SOME, Verdict, Word, agreed, silent, turned
from daylight.claims.records import Claim
from daylight.say.numbers import significant

STEADY = 0.15
"""Part by which trade may change and be said to have stayed."""
MOVED = 0.05
"""Part by which it must have changed, with all of the interval on one side of no change."""
ROUGHLY = 0.20
"""Part by which "doubled" and the like are rounded."""
MORE = re.compile(r"\b(?:more than|over|at least|well over) ", re.IGNORECASE)
"""Words by which a change may be further than the number that follows."""
TENTH = 0.1
"""What is left at most of what has vanished."""
RULE = "imports and exports of goods together, in dollars of the year"
Flows = tuple[Flow, Flow]


def of_trade(claim: Claim, known: Known, pair: Pair, spans: list[tuple[int, int]]) -> Verdict:
    """Decide whether trade rose or fell over some spans of years."""
    flows = history(known, *pair)
    if STEADILY.search(claim.sentence):
        return _every_year(claim, known, pair, spans[0], flows)
    ends = [
        (flows[first], flows[last])
        for first, last in spans
        if first in flows and last in flows and flows[first].value > 0
    ]
    if not ends:
        years = {year for span in spans for year in span}
        text = f"What {names(pair)} traded in {' and '.join(map(str, sorted(years)))} is not known."
        return silent(text, queries(known, *pair, *years), TABLES)
    words = [_moved(claim, one, other) for one, other in ends]
    word, rule = agreed(words), RULE
    if word == "supported" and any(_undone(claim, *both) for both in ends):
        word, rule = SOME, f"{RULE}; in constant dollars it went the other way"
    body = other_body(pair, ends[0][0].year, ends[0][1].year)
    if body is not None:
        word, rule = LOOSER.get(word, word), f"{rule}; {body}"
    if GONE.search(claim.word("word")):
        rule += "; less than a tenth must be left"
    years = {flow.year for both in ends for flow in both}
    figures = tuple(figure(f"trade {flow.year}", flow) for both in ends for flow in both)
    told = "; ".join(_told(one, other) for one, other in ends)
    text = f"Trade in goods of {names(pair)} went {told}."
    return Verdict(turned(word, claim.negated), text, rule,
                   queries(known, *pair, *years), figures, TABLES)  # fmt: skip


def _told(one: Flow, other: Flow) -> str:
    value, lo, hi = (significant(x, 2) for x in ratio(one, other))
    return (
        f"from {one.told} in {one.year} to {other.told} in {other.year}, "
        f"{value} times as much ({lo} to {hi})"
    )


def _moved(claim: Claim, one: Flow, other: Flow) -> Word:
    """Return whether trade moved as a text says, from one year to another."""
    value, lo, hi = ratio(one, other)
    if GONE.search(claim.word("word")):
        return "supported" if hi < TENTH else "contradicted" if lo > HALF else "mixed"
    said = times(claim)
    if said is not None:
        if lo * (1 - ROUGHLY) <= said <= hi * (1 + ROUGHLY):
            return "supported"
        further = said < value if said > 1 else value < said
        if further and MORE.search(claim.text):
            return "supported"
        return "mixed" if further else "contradicted"
    direction = way(claim)
    if direction == "steady":
        return "supported" if 1 - STEADY <= value <= 1 + STEADY else "contradicted"
    up, down = lo > 1 and value > 1 + MOVED, hi < 1 and value < 1 - MOVED
    yes, no = (up, down) if direction == "rising" else (down, up)
    return "supported" if yes else "contradicted" if no else "mixed"


HALF = 0.5


def _undone(claim: Claim, one: Flow, other: Flow) -> bool:
    """Whether prices undo what trade did: up in dollars of the year, down in constant ones."""
    direction = way(claim)
    real = other.value * other.price / (one.value * one.price)
    return (direction == "rising" and real < 1) or (direction == "falling" and real > 1)


def _every_year(
    claim: Claim, known: Known, pair: Pair, span: tuple[int, int], flows: dict[int, Flow]
) -> Verdict:
    """Decide whether trade moved one way in every year of a span."""
    years = range(span[0], span[1] + 1)
    query = queries(known, *pair, *years)
    if any(year not in flows or not flows[year].value for year in years):
        text = f"What {names(pair)} traded is not known for every year from {span[0]} to {span[1]}."
        return silent(text, query, TABLES)
    steps = [_moved(claim, flows[a], flows[b]) for a, b in pairwise(years)]
    whole = _moved(claim, flows[span[0]], flows[span[1]])
    word: Word = "mixed"
    if "contradicted" in (whole, *steps):
        word = "contradicted"
    elif set(steps) == {"supported"}:
        word = "supported"
    told = ", ".join(f"{flows[year].told} in {year}" for year in years)
    figures = tuple(figure(f"trade {year}", flows[year]) for year in years)
    rule = f"{RULE}; every year from {span[0]} on counts"
    return Verdict(turned(word, claim.negated), f"Trade in goods of {names(pair)} came to {told}.",
                   rule, query, figures, TABLES)  # fmt: skip
