"""The two states of a claim."""

from __future__ import annotations

import re

from daylight.checks.known import Known
from daylight.claims.records import Claim
from daylight.core.refs import StateRef, in_text

OF_WHOM = "The text does not settle whose partner is meant, or by what."
UNSETTLED = "The text does not settle which two states are meant."
NOBODY = re.compile(r"\bno (?:other )?(?:country|state|nation|power) trades more", re.IGNORECASE)
"""Words after which the partner stands first and the largest of all last."""
Pair = tuple[StateRef, StateRef]


def pair_of(claim: Claim, known: Known) -> Pair | None:
    """Return the two states of a claim, None where they are not settled."""
    codes = claim.states
    if len(codes) < 2:
        return None
    then = claim.window.last if claim.window else None
    one, other = (known.state(code, then) or known.state(code) for code in codes[:2])
    return (one, other) if one is not None and other is not None and one.cow != other.cow else None


def one_of_each(claim: Claim, known: Known) -> Pair | None:
    """Return the one subject and the one object of a claim, in that order."""
    if len(claim.subject) != 1 or len(claim.object) != 1:
        return None
    return pair_of(claim, known)


def whose_and_who(claim: Claim, known: Known) -> Pair | None:
    """Return whose partner, and who it is said to be."""
    if len(claim.subject) != 1 or not claim.object or claim.other:
        return None
    if claim.object[0].kind == "bloc":
        return None
    one, other = claim.subject[0].state, claim.object[0].state
    if NOBODY.search(claim.text):
        one, other = other, one
    found = known.state(one), known.state(other)
    return (found[0], found[1]) if found[0] and found[1] and found[0] != found[1] else None


def named(state: StateRef) -> str:
    """Return the name of a state within a sentence."""
    return in_text(state.name)


def names(pair: Pair) -> str:
    """Return the names of both."""
    return f"{named(pair[0])} and {named(pair[1])}"
