"""Claims that a state is the largest partner of another in trade, or its closest friend."""

from __future__ import annotations

import re

from daylight.checks import traded
from daylight.checks.commands import asked, sql
from daylight.checks.kept import partners_of
from daylight.checks.known import Known
from daylight.checks.pair_of import Pair, named
from daylight.checks.times import unsettled, year_of
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef
from daylight.say.lines import capital, listed
from daylight.say.numbers import with_interval
from daylight.store.schemas.trade import FLOW_STEP

OF_WHOM = "The text does not settle whose partner is meant, or by what."
PARTLY = ("suppl", "customer", "buyer")
"""Words for a part of trade that is not read here."""
NOBODY = re.compile(r"\bno (?:other )?(?:country|state|nation|power) trades more", re.IGNORECASE)
"""Words after which the partner stands first and the largest of all last."""
ORDER = {"second": 2, "third": 3}
GOODS = "imports and exports of goods together; each state for itself, blocs not counted as one"
POINTS = "the mean of the points of military, political and economic cooperation, of 100"
BEHIND = 2
"""Places behind the first up to which the verdict is mixed."""
FIRST = 4
"""Closest states that are named."""


def _two(claim: Claim, known: Known) -> Pair | None:
    """Return whose partner, and who it is said to be."""
    if len(claim.subject) != 1 or not claim.object or claim.object[0].kind == "bloc":
        return None
    one, other = claim.subject[0].state, claim.object[0].state
    if NOBODY.search(claim.text):
        one, other = other, one
    found = known.state(one), known.state(other)
    return (found[0], found[1]) if found[0] and found[1] and found[0] != found[1] else None


def largest(claim: Claim, known: Known) -> Verdict:
    """Decide whether a state is the largest partner of another in trade."""
    pair, year = _two(claim, known), year_of(claim, known)
    small = claim.text.lower()
    if pair is None or any(word in small for word in PARTLY):
        return silent(OF_WHOM)
    if year is None:
        return unsettled(known)
    state, other = pair
    way = "ab" if "export" in small else "both"
    ranked = traded.partners(known, state, year, way)
    query = (_rows(known, state, year, way), asked("partners", state.code, on=known.on))
    if not ranked:
        return silent(f"What {named(state)} traded in {year} is not known.", query, traded.TABLES)
    wanted = next((n for word, n in ORDER.items() if word in small), 1)
    cows = known.numbers(other)
    at = next((k for k, partner in enumerate(ranked, 1) if partner.cow in cows), None)
    top = [(known.of_number(partner.cow), partner.flow) for partner in ranked[:3]]
    names = listed([f"{named(who)} ({traded.money(flow.value)})" for who, flow in top])
    text = f"The largest partners of {named(state)} in goods in {year} were {names}"
    text += f"; {named(other)} was number {at}." if at and at > len(top) else "."
    near = at is not None and ranked[at - 1].flow.hi >= ranked[min(wanted, len(ranked)) - 1].flow.lo
    word: Word = "supported" if at == wanted else "mixed" if near else "contradicted"
    figures = tuple(
        Figure(who.code, flow.value, flow.lo, flow.hi, "dollars of the year",
               f"{traded.money(flow.value)} in {year}", "trade")
        for who, flow in top
    )  # fmt: skip
    rule = GOODS if way == "both" else "exports of goods; each state for itself"
    return Verdict(turned(word, claim.negated), text, rule, query, figures, traded.TABLES)


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


def closest(claim: Claim, known: Known) -> Verdict:
    """Decide whether a state is the closest of another."""
    pair = _two(claim, known)
    if pair is None or any(word in claim.word("word") for word in ("only", "oldest")):
        return silent(OF_WHOM)
    state, other = pair
    query = (asked("partners", state.code, on=known.on),)
    if (
        claim.window is not None
        and claim.window.last.year < known.year
        and claim.window.how == "in"
    ):
        return silent(
            "Who was closest is read as of the date of the text only.", query, ("ledgers",)
        )
    found = partners_of(known.atlas, state.code, known.on)
    if found is None or not found.ties:
        return silent(f"How others stand to {named(state)} is not known.", query, ("ledgers",))
    ranks = {tie.state.code: tie.rank for tie in found.ties}
    rank, top = ranks.get(other.code), [tie for tie in found.ties if tie.rank == found.ties[0].rank]
    told = [
        f"{named(tie.state)} ({with_interval(tie.by.value, tie.by.lo, tie.by.hi, 0)} points)"
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
    return Verdict(turned(word, claim.negated), text, POINTS, query, figures, ("ledgers",))
