"""Which check decides which type of claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from daylight.checks.beyond import beyond
from daylight.checks.blocs.beginnings import beginning
from daylight.checks.blocs.belonging import membership
from daylight.checks.blocs.candidates import candidate
from daylight.checks.blocs.counting import count
from daylight.checks.blocs.joined_first import order
from daylight.checks.blocs.tether import tether
from daylight.checks.by_measure.amounts import quantity
from daylight.checks.by_measure.comparisons import comparison
from daylight.checks.by_measure.superlatives import superlative
from daylight.checks.by_measure.trends import trend
from daylight.checks.known import Known
from daylight.checks.lists.bases import base
from daylight.checks.lists.meetings import meeting
from daylight.checks.lists.statements import statement
from daylight.checks.terms.said_otherwise import said_otherwise
from daylight.checks.ties.allies import ally
from daylight.checks.ties.resilience import resilience
from daylight.checks.ties.sphere import sphere
from daylight.checks.ties.treaties import treaty
from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import UNCHECKABLE, Claim, Type

Decide = Callable[[Claim, Known], Verdict]
SEQUENCES: Mapping[str, Decide] = {
    "founded": beginning, "order": order, "treaty": treaty, "join": membership, "leave": membership,
}  # fmt: skip


def sequence(claim: Claim, known: Known) -> Verdict:
    """Decide when something happened, or what came first."""
    return SEQUENCES[claim.relation](claim, known)


DECIDERS: Mapping[Type, Decide] = {
    "membership": membership, "count": count, "candidate": candidate, "sequence": sequence,
    "statement": statement, "meeting": meeting, "base": base, "quantity": quantity,
    "comparison": comparison, "superlative": superlative, "trend": trend, "resilience": resilience,
    "tether": tether, "sphere": sphere, **dict.fromkeys(UNCHECKABLE, beyond),
}  # fmt: skip
assert set(DECIDERS) == set(get_args(Type))


def decide(claim: Claim, known: Known) -> Verdict:
    """Return the verdict of the data on a claim, as of the date of its text."""
    if claim.type in UNCHECKABLE:
        return beyond(claim, known)
    if claim.window is not None and claim.window.first > known.on:
        return silent("It is about a time after the date of the text.")
    why = said_otherwise(claim, known)
    if why is not None:
        return silent(why)
    if claim.relation == "ally":
        return ally(claim, known)
    return DECIDERS[claim.type](claim, known)
