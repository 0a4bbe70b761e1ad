"""Claims about amounts: trade, shares of trade, votes cast alike, troops, GDP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from daylight.checks.known import Known
from daylight.checks.terms.said_numbers import FAR
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.trade.amounts import share_said, trade_said
from daylight.checks.trade.economies import gdp_said
from daylight.checks.trade.told_of import a_part, other_money
from daylight.checks.troops.amounts import troops_said
from daylight.checks.verdict import Verdict, silent, turned
from daylight.checks.votes.amounts import votes_said
from daylight.claims.records import Claim

PAST = (" was ", " were ", " had ", " amounted ", " came to ", " reached ", " stood at ")
"""Words by which an amount is one of the past; without a time it is then of no known year."""
MEASURES: Mapping[str, Callable[[Claim, Known, int], Verdict]] = {
    "trade": trade_said, "exports": trade_said, "trade_share": share_said, "votes": votes_said,
    "troops": troops_said, "gdp": gdp_said,
}  # fmt: skip


MONEY = ("trade", "exports", "trade_share", "gdp")


def quantity(claim: Claim, known: Known) -> Verdict:
    """Decide an amount."""
    decide = MEASURES.get(claim.measure or "")
    if claim.value is None or decide is None:
        return silent("The text names no number that can be compared.")
    apart = (a_part(claim) or other_money(claim)) if claim.measure in MONEY else None
    if apart is not None:
        return apart
    year = year_of(claim, known)
    if year is None and claim.measure != "votes":
        return unsettled(known)
    found = decide(replace(claim, negated=False), known, year or known.year)
    undated = claim.window is None and any(word in f" {claim.sentence.lower()} " for word in PAST)
    if undated and found.word in ("contradicted", "mixed"):
        text = f"The text does not say of which year the number is. {found.answer}"
        return silent(text, found.query, found.tables)
    rule = found.definition
    if found.word == "mixed" and claim.unit != "percent" and rule is not None:
        rule += f"; a number up to {FAR} times beyond the range is left open, since lists differ"
    return replace(found, word=turned(found.word, claim.negated), definition=rule)
