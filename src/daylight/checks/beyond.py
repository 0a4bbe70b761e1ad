"""Claims that no data decide: why, and the question that comes nearest."""

from __future__ import annotations

from daylight.checks.commands import asked
from daylight.checks.commands import bloc as bloc_command
from daylight.checks.known import Known
from daylight.checks.verdict import Verdict
from daylight.claims.records import Claim

WHY = {
    "causal": "Records of what happened do not decide what led to what.",
    "intent": "The data hold what was done and said, not what somebody wants.",
    "forecast": "It had not happened by the date of the text.",
    "value": "How good, great or important something is, is a judgement.",
}


def beyond(claim: Claim, known: Known) -> Verdict:
    """Say why a claim cannot be checked, and what can be asked in its place."""
    return Verdict("not checkable", WHY[claim.type], query=tuple(nearest(claim, known)))


def nearest(claim: Claim, known: Known) -> list[str]:
    """Return commands that come nearest to a claim, the first first."""
    states = [code for code in claim.states if known.state(code)]
    on = known.on
    out = [bloc_command(name, on) for name in claim.blocs[:1] if known.bloc(name) is not None]
    if "sphere" in claim.text.lower() and states:
        out.append(asked("sphere", states[0], on=on))
    if len(states) >= 2:
        split = claim.type == "intent" or "split" in claim.text or "wedge" in claim.text
        if split and len(states) >= 3:
            out.append(asked("wedge", *states[:2], on=on, more=f" --divider {states[2]}"))
        else:
            question = "resilience" if claim.type == "forecast" else "brief"
            out.append(asked(question, *states[:2], on=on))
    elif states and not out:
        out.append(asked("partners", states[0], on=on))
    return out
