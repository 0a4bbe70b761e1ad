"""Claims that something is the most: of all years, of all partners, of all friends."""

from __future__ import annotations

import re

from daylight.checks.known import Known
from daylight.checks.terms.two_states import UNSETTLED, pair_of
from daylight.checks.ties.closest_friend import closest
from daylight.checks.ties.most_ever import most_ever
from daylight.checks.trade.largest_partner import largest
from daylight.checks.trade.record import TRADE, of_trade
from daylight.checks.trade.told_of import a_part
from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import Claim

ONCE = re.compile(
    r"\b(?:used to|once|formerly|had been|for (?:years|decades|long))\b", re.IGNORECASE
)
"""Words of a past without a year."""


def superlative(claim: Claim, known: Known) -> Verdict:
    """Decide a claim that something is the most."""
    apart = a_part(claim)
    if apart is not None:
        return apart
    if claim.window is None and ONCE.search(claim.text):
        return silent("The text does not say of which year it was so.")
    return KINDS[claim.relation](claim, known)


def record(claim: Claim, known: Known) -> Verdict:
    """Decide whether trade, or ties, of two states are more, or less, than ever before."""
    pair = pair_of(claim, known)
    if pair is None:
        return silent(UNSETTLED)
    decide = of_trade if TRADE.search(claim.text) else most_ever
    return decide(claim, known, pair)


KINDS = {"record": record, "largest": largest, "closest": closest}
