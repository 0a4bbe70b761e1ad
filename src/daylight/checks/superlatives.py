"""Claims that something is the most: of all years, of all partners, of all friends."""

from __future__ import annotations

from daylight.checks.first_of_partners import closest, largest
from daylight.checks.known import Known
from daylight.checks.most_ever import most_ever
from daylight.checks.verdict import Verdict
from daylight.claims.records import Claim

KINDS = {"record": most_ever, "largest": largest, "closest": closest}


def superlative(claim: Claim, known: Known) -> Verdict:
    """Decide a claim that something is the most."""
    return KINDS[claim.relation](claim, known)
