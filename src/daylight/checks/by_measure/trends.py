"""Claims that something rose, fell or stayed."""

from __future__ import annotations

from daylight.checks.known import Known
from daylight.checks.terms.directions import spans, times
from daylight.checks.terms.times import unsettled
from daylight.checks.terms.two_states import UNSETTLED, pair_of
from daylight.checks.ties.change import of_ties
from daylight.checks.trade.change import of_trade as trade_changed
from daylight.checks.trade.record import RECORD, TRADE, of_trade
from daylight.checks.trade.told_of import a_part
from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import Claim


def trend(claim: Claim, known: Known) -> Verdict:
    """Decide whether something rose or fell."""
    pair = pair_of(claim, known)
    if pair is None:
        return silent(UNSETTLED)
    found = spans(claim, known)
    if not found:
        return unsettled(known)
    if not TRADE.search(claim.text):
        if times(claim) is not None:
            return silent("A tie has no amount that can be doubled or halved.")
        return of_ties(claim, known, pair, found)
    apart = a_part(claim)
    if apart is not None:
        return apart
    if RECORD.search(claim.text) or RECORD.search(claim.sentence[len(claim.text) :]):
        return of_trade(claim, known, pair)
    return trade_changed(claim, known, pair, found)
