"""Claims about how much two states traded, and about the share of a partner in trade."""

from __future__ import annotations

import re

from daylight.checks.commands import pair as command
from daylight.checks.commands import trade_rows
from daylight.checks.known import Known
from daylight.checks.terms.said_numbers import against, points
from daylight.checks.terms.two_states import UNSETTLED, named, names, one_of_each, pair_of
from daylight.checks.trade.economies import economy
from daylight.checks.trade.flow import Flow, money
from daylight.checks.trade.read import TABLES, between
from daylight.checks.verdict import Figure, Verdict, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.say.lines import capital
from daylight.say.numbers import with_interval

SELLS = re.compile(r"\b(?:export|sell|sold)", re.IGNORECASE)
BUYS = re.compile(r"\b(?:buy|bought|import(?:s|ed|ing)?\b)", re.IGNORECASE)
BOTH = "trade in goods, imports and exports together, in dollars of the year"
ONE = "goods in one direction, in dollars of the year"


def queries(known: Known, a: StateRef, b: StateRef, *years: int) -> tuple[str, str]:
    """Return the commands that show trade of a pair in some years."""
    rows = trade_rows(known.numbers(a), known.numbers(b), years)
    return rows, command("bond", a, b, known.on)


def figure(name: str, flow: Flow) -> Figure:
    """Return an amount of trade as a figure."""
    text = f"{money(flow.value)} in {flow.year}"
    return Figure(name, flow.value, flow.lo, flow.hi, "dollars of the year", text, "trade")


def trade_said(claim: Claim, known: Known, year: int) -> Verdict:
    """Decide how much two states traded, both ways or one way."""
    if claim.unit == "percent":
        return share_said(claim, known, year)
    pair = pair_of(claim, known)
    if pair is None:
        return silent(UNSETTLED)
    a, b = pair
    sold, bought = bool(SELLS.search(claim.text)), bool(BUYS.search(claim.text))
    way = "ab" if claim.measure == "exports" or sold != bought else "both"
    if way == "ab" and (claim.word("way") == "from" or bought):
        a, b = b, a
    flow = between(known, a, b, year, way)
    query = queries(known, a, b, year)
    if flow is None:
        text = f"What {names((a, b))} traded in {year} is not known."
        return silent(text, query, TABLES)
    what = (
        f"goods from {named(a)} to {named(b)}"
        if way == "ab"
        else f"trade in goods of {names((a, b))}"
    )
    text = f"{capital(what)} came to {flow.told} in {year}."
    word = turned(against(claim, flow.lo, flow.hi), claim.negated)
    return Verdict(word, text, BOTH if way == "both" else ONE, query,
                   (figure("trade", flow),), TABLES)  # fmt: skip


def share_said(claim: Claim, known: Known, year: int) -> Verdict:
    """Decide what part of the trade of a state was with another."""
    pair = one_of_each(claim, known)
    if pair is None or claim.unit != "percent":
        return silent("The text does not settle whose trade, or which part of it, is meant.")
    if SELLS.search(claim.text) or BUYS.search(claim.text):
        return silent("Shares are kept of imports and exports together, not of one of them.")
    partner, state = pair if claim.measure == "trade_share" else (pair[1], pair[0])
    flow = between(known, state, partner, year)
    total = economy(known, state, year, "goods")
    query = queries(known, state, partner, year)
    if flow is None or total is None or not total[0]:
        text = f"What {named(state)} traded in {year} is not known."
        return silent(text, query, TABLES)
    value, lo, hi = (100 * part / total[0] for part in (flow.value, flow.lo, flow.hi))
    text = (
        f"Of 100 dollars of goods that {named(state)} traded in {year}, "
        f"{with_interval(value, lo, hi, 1)} were traded with {named(partner)}."
    )
    shown = Figure("share", value, lo, hi, "percent", f"{value:.1f} % in {year}", "trade")
    word = points(claim, float(claim.value or 0), lo, hi)
    return Verdict(turned(word, claim.negated), text, BOTH, query, (shown,), TABLES)
