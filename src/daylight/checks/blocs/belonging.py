"""Claims about who belongs to a bloc, and in which standing."""

from __future__ import annotations

import re
from dataclasses import replace

from daylight.checks.blocs.how_manieth import numbered
from daylight.checks.blocs.joined_or_left import moved
from daylight.checks.blocs.standing import (
    TABLES,
    cases,
    unsettled,
)  # fmt: skip
from daylight.checks.blocs.stood import stood
from daylight.checks.known import Known
from daylight.checks.verdict import SOME, Verdict, agreed, silent
from daylight.claims.records import Actor, Claim

LASTING = re.compile(r"\b(?:belong\w*|been|sat|sits?|stayed|remained)\b")


def membership(claim: Claim, known: Known) -> Verdict:
    """Decide who belonged to what at a time."""
    several = next((actor for actor in claim.subject if len(actor.ids) > 1), None)
    if several is not None:
        return _either(claim, several, known)
    found = cases(claim, known)
    if found is None:
        return silent(unsettled(claim, known))
    decide = moved if claim.relation in ("join", "leave") and not _lasting(claim) else stood
    verdict = _together([decide(case, claim, known) for case in found])
    return numbered(verdict, found[0], claim, known) if len(found) == 1 else verdict


def _lasting(claim: Claim) -> bool:
    """Whether a text has a state in a bloc since a time, and not that it came in since."""
    since = claim.window is not None and claim.window.how == "since"
    return claim.relation == "join" and since and bool(LASTING.search(claim.text))


def _either(claim: Claim, actor: Actor, known: Known) -> Verdict:
    """Decide a claim about a name that more than one state has: it may hold of one of them."""
    tried = []
    for code in actor.ids:
        one = Actor(actor.kind, actor.name, (code,))
        subject = tuple(one if other is actor else other for other in claim.subject)
        tried.append((code, membership(replace(claim, subject=subject), known)))
    true = [(code, verdict) for code, verdict in tried if verdict.word in ("supported", SOME)]
    if not true or len(true) == len(tried):
        return _together([verdict for _, verdict in tried])
    code, verdict = true[0]
    return replace(verdict, word=SOME, definition=f"{actor.name} taken for {known.name(code)}")


def _together(verdicts: list[Verdict]) -> Verdict:
    """Bring the verdicts on several states or blocs together."""
    return Verdict(
        agreed(verdict.word for verdict in verdicts),
        " ".join(dict.fromkeys(verdict.answer for verdict in verdicts)),
        next((verdict.definition for verdict in verdicts if verdict.definition), None),
        tuple(dict.fromkeys(query for verdict in verdicts for query in verdict.query)),
        tuple(figure for verdict in verdicts for figure in verdict.figures),
        TABLES,
    )
