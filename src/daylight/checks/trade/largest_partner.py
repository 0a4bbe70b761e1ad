"""Claims that a state is the largest partner of another in trade."""

from __future__ import annotations

from daylight.checks.commands import asked, sql
from daylight.checks.known import Known
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import OF_WHOM, named, whose_and_who
from daylight.checks.trade.flow import Flow, money, ratio
from daylight.checks.trade.read import TABLES, Partner, partners
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.say.lines import listed
from daylight.store.schemas.trade import FLOW_STEP

PARTLY = ("suppl", "customer", "buyer")
"""Words for a part of trade that is not read here."""
APART = 1.2
"""Times by which two partners must differ, since customs lists do so by as much."""
ORDER = {"second": 2, "third": 3}
GOODS = (
    "imports and exports of goods together; each state for itself, blocs not counted as one; "
    f"partners less than {APART} times apart are alike"
)


def largest(claim: Claim, known: Known) -> Verdict:
    """Decide whether a state is the largest partner of another in trade."""
    pair, year = whose_and_who(claim, known), year_of(claim, known)
    small = claim.text.lower()
    if pair is None or any(word in small for word in PARTLY):
        return silent(OF_WHOM)
    if year is None:
        return unsettled(known)
    state, other = pair
    way = "ab" if "export" in small else "both"
    ranked = partners(known, state, year, way)
    query = (_rows(known, state, year, way), asked("partners", state.code, on=known.on))
    if not ranked:
        return silent(f"What {named(state)} traded in {year} is not known.", query, TABLES)
    wanted = next((n for word, n in ORDER.items() if word in small), 1)
    cows = known.numbers(other)
    at = next((k for k, partner in enumerate(ranked, 1) if partner.cow in cows), None)
    top = [(known.of_number(partner.cow), partner.flow) for partner in ranked[:3]]
    names = listed([f"{named(who)} ({money(flow.value)})" for who, flow in top])
    text = f"The largest partners of {named(state)} in goods in {year} were {names}"
    text += f"; {named(other)} was number {at}." if at and at > len(top) else "."
    word = _word(ranked, at, wanted)
    figures = tuple(
        Figure(who.code, flow.value, flow.lo, flow.hi, "dollars of the year",
               f"{money(flow.value)} in {year}", "trade")
        for who, flow in top
    )  # fmt: skip
    rule = GOODS if way == "both" else "exports of goods; each state for itself"
    return Verdict(turned(word, claim.negated), text, rule, query, figures, TABLES)


def _rows(known: Known, state: StateRef, year: int, way: str) -> str:
    """Return the query that shows the partners of a state, the largest first."""
    cows = ", ".join(map(str, known.numbers(state)))
    there, back = f"exp(ab * {FLOW_STEP})", f"exp(ba * {FLOW_STEP})"
    amount = (
        f"{there} + {back}"
        if way == "both"
        else f"CASE WHEN a IN ({cows}) THEN {there} ELSE {back} END"
    )
    return sql(
        f"SELECT a, b, round({amount}, 1) AS million FROM trade "
        f"WHERE (a IN ({cows}) OR b IN ({cows})) AND year = {year} "
        "AND ab IS NOT NULL AND ba IS NOT NULL ORDER BY million DESC LIMIT 10"
    )


def _word(ranked: list[Partner], at: int | None, wanted: int) -> Word:
    """Return whether a partner has a rank; mixed where the one next to it may have it as well."""
    if at is None:
        return "contradicted"
    mine = ranked[at - 1].flow
    if at != wanted:
        other = ranked[min(wanted, len(ranked)) - 1].flow
        return "mixed" if _alike(mine, other) else "contradicted"
    beside = [ranked[k].flow for k in (at - 2, at) if 0 <= k < len(ranked)]
    return "mixed" if any(_alike(mine, other) for other in beside) else "supported"


def _alike(one: Flow, other: Flow) -> bool:
    """Whether it cannot be told which of two amounts is larger."""
    times, lo, hi = ratio(one, other)
    return lo <= 1 <= hi or 1 / APART < times < APART
