"""A number that a text gives against what is known: how it is rounded, and "more than" it."""

from __future__ import annotations

import re

from daylight.checks.verdict import Word
from daylight.claims.records import Claim

ROUNDING = 0.06
"""Part by which a number in news is rounded: 94 and 106 are written as 100."""
FAR = 1.5
"""A number this many times beyond the interval is contradicted; a nearer one is mixed."""
POINTS = 3.0
"""Points of a hundred by which a share may differ, for rounding and for other lists of votes."""
TENTHS = 5.0
"""The same where a text says "about", or counts in tenths or quarters."""
PARTS = re.compile(
    r"\b(?:in|of|out of) (?:every )?(?:ten|five|four|three|10|5|4|3)\b|"
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?)\b",
    re.IGNORECASE,
)
OVER = ("exceed", "topped", "surpass", "passed", "more than", "over ", "past", "above", "beyond",
        "at least")  # fmt: skip
UNDER = ("less than", "fewer than", "under", "below", "barely", "not even", "at most")


def rounding(claim: Claim) -> str:
    """Return the words that say how a number is meant."""
    return f"{claim.word('about')} {claim.word('word')}"


def against(claim: Claim, lo: float, hi: float) -> Word:
    """Return the verdict on an amount against its interval."""
    said = float(claim.value or 0.0)
    words = rounding(claim)
    about = lo * (1 - ROUNDING) <= said <= hi * (1 + ROUNDING)
    if any(word in words for word in UNDER):
        if hi <= said * (1 + ROUNDING):
            return "supported"
        return (
            "supported" if about and "barely" in words else "contradicted" if lo > said else "mixed"
        )
    if any(word in words for word in OVER):
        if lo >= said * (1 - ROUNDING):
            return "supported"
        return "contradicted" if hi < said * (1 - ROUNDING) else "mixed"
    if about:
        return "supported"
    return "contradicted" if said > hi * FAR or said < lo / FAR else "mixed"


def points(claim: Claim, said: float, lo: float, hi: float) -> Word:
    """Return the verdict on a share, of a hundred, against its interval."""
    words = rounding(claim)
    slack = TENTHS if "about" in words or PARTS.search(claim.text) else POINTS
    if any(word in words for word in OVER) and lo >= said - slack:
        return "supported"
    if any(word in words for word in UNDER) and hi <= said + slack:
        return "supported"
    if lo - slack <= said <= hi + slack:
        return "supported"
    return "mixed" if lo - 2 * slack <= said <= hi + 2 * slack else "contradicted"
