"""Claims that trade of two states is at a record, high or low."""

from __future__ import annotations

import re

from daylight.checks.known import Known
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import Pair, names
from daylight.checks.trade.amounts import queries
from daylight.checks.trade.flow import Flow, amount, money
from daylight.checks.trade.read import TABLES, history
from daylight.checks.verdict import SOME, Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.say.lines import capital

TRADE = re.compile(r"\b(?:trade|commerce|turnover|business)\b", re.IGNORECASE)
LOW = re.compile(r"\b(?:low|lowest|less|smallest)\b", re.IGNORECASE)
RECORD = re.compile(
    r"\b(?:a|an|the|to) (?:new |all-time )?(?:record|all-time)\b|\bever\b", re.IGNORECASE
)
NEVER = re.compile(r"never been|never before|no time", re.IGNORECASE)
CLOSE = 0.05
"""Part within which two years of trade cannot be told apart."""
LEAST_YEARS = 5
DOLLARS = {False: "dollars of the year", True: "dollars of 2015"}


def of_trade(claim: Claim, known: Known, pair: Pair) -> Verdict:
    """Decide whether trade is higher, or lower, than in any earlier year."""
    year = year_of(claim, known)
    if year is None:
        return unsettled(known)
    window = claim.window
    since = window.first.year if window and window.how == "since" else 0
    flows = {y: f for y, f in history(known, *pair).items() if since <= y <= year}
    if len(flows) < LEAST_YEARS or year not in flows:
        text = f"What {names(pair)} traded in {year}, or in enough years before, is not known."
        return silent(text, queries(known, *pair, year), TABLES)
    low = bool(LOW.search(claim.text))
    found = {real: _best(flows, year, low, real) for real in (False, True)}
    words = {real: _word(flows[year], best, low, real) for real, best in found.items()}
    most = "lowest" if low else "highest"
    told = [
        f"{capital('in ' + DOLLARS[real])}, trade in goods of {names(pair)} came to "
        f"{_money(flows[year], real)} in {year}; the {most} before was {_money(best, real)} in "
        f"{best.year}."
        for real, best in found.items()
    ]
    word: Word = words[False] if words[False] == words[True] else "mixed"
    rule = "imports and exports together, in dollars of the year and in constant dollars"
    one = next((real for real, word in words.items() if word == "supported"), None)
    if word == "mixed" and one is not None:
        word, rule = SOME, f"in {DOLLARS[one]}"
    negated = claim.negated and not NEVER.search(claim.text)
    figures = tuple(_figure(f, real) for real, best in found.items() for f in (flows[year], best))
    query = queries(known, *pair, year, *(best.year for best in found.values()))
    return Verdict(turned(word, negated), " ".join(told), rule, query, figures, TABLES)


def _value(flow: Flow, real: bool) -> float:
    return flow.value * (flow.price if real else 1.0)


def _best(flows: dict[int, Flow], year: int, low: bool, real: bool) -> Flow:
    """Return the earlier year with the most, or the least."""
    before = [flow for y, flow in flows.items() if y < year]
    return (min if low else max)(before, key=lambda flow: _value(flow, real))


def _word(now: Flow, best: Flow, low: bool, real: bool) -> Word:
    """Return the verdict by one kind of dollars."""
    one, other = _value(now, real), _value(best, real)
    if other and abs(one / other - 1) < CLOSE:
        return "mixed"
    return "supported" if (one < other if low else one > other) else "contradicted"


def _scaled(flow: Flow, real: bool) -> tuple[float, float, float]:
    by = flow.price if real else 1.0
    return flow.value * by, flow.lo * by, flow.hi * by


def _money(flow: Flow, real: bool) -> str:
    return amount(*_scaled(flow, real))


def _figure(flow: Flow, real: bool) -> Figure:
    text = f"{money(_value(flow, real))} in {flow.year}"
    return Figure(f"trade {flow.year}", *_scaled(flow, real), DOLLARS[real], text, "trade")
