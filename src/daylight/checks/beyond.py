"""Claims that no data decide: why, and the question that comes nearest."""

from __future__ import annotations

from daylight.checks.known import Known
from daylight.checks.verdict import Verdict
from daylight.claims.records import Claim

WHY = {
    "causal": "What led to what is not decided by records of what happened.",
    "intent": "What somebody wants is not in the data, only what was done and said.",
    "forecast": "It had not happened by the date of the text; only frequencies of the past are known.",
    "value": "How good, great or important something is, is a judgement.",
}


def beyond(claim: Claim, known: Known) -> Verdict:
    """Say why a claim cannot be checked, and what can be asked in its place."""
    near = tuple(nearest(claim, known))
    answer = WHY[claim.type]
    return Verdict("not checkable", f"{answer} Nearest: {near[0]}" if near else answer, query=near)


def nearest(claim: Claim, known: Known) -> list[str]:
    """Return commands that come nearest to a claim, the first first."""
    states = [code for code in claim.states if known.state(code)]
    on = known.on.isoformat()
    out = []
    if claim.blocs:
        name = claim.blocs[0]
        out.append(
            f"daylight bloc {name!r} --as-of {on}"
            if " " in name
            else f"daylight bloc {name} --as-of {on}"
        )
    if "sphere" in claim.text.lower() and states:
        out.append(f"daylight sphere {states[0]} --since 1985 --as-of {on}")
    if len(states) >= 2:
        a, b = states[:2]
        split = claim.type == "intent" or "split" in claim.text or "wedge" in claim.text
        if split and len(states) >= 3:
            out.append(f"daylight wedge {a} {b} --divider {states[2]} --as-of {on}")
        elif claim.type == "forecast":
            out.append(f"daylight resilience {a} {b} --as-of {on}")
        else:
            out.append(f"daylight brief {a} {b} --as-of {on}")
    elif states and not out:
        out.append(f"daylight partners {states[0]} --as-of {on}")
    return out
