"""Whether a state was the tenth member of a bloc, or whichever a text says."""

from __future__ import annotations

import re
from dataclasses import replace

from daylight.checks.blocs.standing import RULE, Case, members
from daylight.checks.known import Known
from daylight.checks.verdict import SOME, Verdict
from daylight.claims.records import Claim

FIRST = 3
ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth")  # fmt: skip
ORDINAL = re.compile(
    rf"\b(?:(?P<n>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)})) (?:full )?member\b",
    re.IGNORECASE,
)
"""Words for the how manieth member a state is."""


def numbered(verdict: Verdict, case: Case, claim: Claim, known: Known) -> Verdict:
    """Add whether a state was the tenth, or whichever, to come in, where a text says so."""
    said = ORDINAL.search(claim.text)
    if said is None or verdict.word not in ("supported", SOME) or claim.negated or not case.inside:
        return verdict
    wanted = int(said["n"]) if said["n"] else ORDINALS.index(said["word"].lower()) + FIRST
    there = members(known, case.bloc, case.inside[0]["start"])
    text = f"{verdict.answer} With it there were {there} members."
    word = verdict.word if there == wanted else "mixed"
    return replace(verdict, word=word, answer=text, definition=RULE)
