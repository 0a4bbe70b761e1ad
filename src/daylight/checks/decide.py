"""Which check decides which type of claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from daylight.checks.amounts import quantity
from daylight.checks.belonging import membership
from daylight.checks.beyond import beyond
from daylight.checks.catalogue import base, meeting, statement
from daylight.checks.counting import candidate, count
from daylight.checks.dates import ally, sequence
from daylight.checks.known import Known
from daylight.checks.leaning import resilience, sphere, tether
from daylight.checks.records_of import superlative
from daylight.checks.trends import comparison, trend
from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import UNCHECKABLE, Claim, Type

Decide = Callable[[Claim, Known], Verdict]
DECIDERS: Mapping[Type, Decide] = {
    "membership": membership, "count": count, "candidate": candidate, "sequence": sequence,
    "statement": statement, "meeting": meeting, "base": base, "quantity": quantity,
    "comparison": comparison, "superlative": superlative, "trend": trend, "resilience": resilience,
    "tether": tether, "sphere": sphere, **dict.fromkeys(UNCHECKABLE, beyond),
}  # fmt: skip
assert set(DECIDERS) == set(get_args(Type))


def decide(claim: Claim, known: Known) -> Verdict:
    """Return the verdict of the data on a claim, as of the date of its text."""
    if claim.window is not None and claim.window.first > known.on and claim.type not in UNCHECKABLE:
        return silent("It is about a time after the date of the text.")
    if claim.relation == "ally":
        return ally(claim, known)
    if claim.relation in ("join", "leave") and claim.type == "sequence":
        return membership(claim, known)
    return DECIDERS[claim.type](claim, known)
