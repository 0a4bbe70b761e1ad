"""Claims that something rose, fell or stayed."""

from __future__ import annotations

from daylight.checks.directions import spans
from daylight.checks.known import Known
from daylight.checks.pair_of import UNSETTLED, pair_of
from daylight.checks.tie_trend import of_ties
from daylight.checks.times import unsettled
from daylight.checks.trade_record import RECORD, of_trade
from daylight.checks.trade_trend import of_trade as trade_changed
from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import Claim

TRADE = ("trade", "commerce", "turnover")


def trend(claim: Claim, known: Known) -> Verdict:
    """Decide whether something rose or fell."""
    pair = pair_of(claim, known)
    if pair is None:
        return silent(UNSETTLED)
    found = spans(claim, known)
    if not found:
        return unsettled(known)
    if not any(word in claim.sentence.lower() for word in TRADE):
        return of_ties(claim, known, pair, found)
    if RECORD.search(claim.text) or RECORD.search(claim.sentence[len(claim.text) :]):
        return of_trade(claim, known, pair)
    return trade_changed(claim, known, pair, found)
