"""Which way a text says that something went, by how much, and over which years."""

from __future__ import annotations

import re

from daylight.checks.known import Known
from daylight.checks.terms.multiples import multiple
from daylight.claims.numbers import SMALL, TENS
from daylight.claims.records import Claim

APART = ("apart", "away", "diverg", "distanc", "parted")
FALLS = re.compile(
    r"declin|f[ae]ll|drop|halv|shr[aiu]n?k|vanish|disappear|dwindl|collaps|plung|plummet|slump|"
    r"dried up|evaporat|ceas|cool|sour|wors|deteriorat|weak|fray|wither|crater|erod|ruptur|cut\b",
    re.IGNORECASE,
)
STAYS = re.compile(
    r"held steady|stagnat|stayed|unchanged|remained (?:flat|stable|steady|level|constant)|"
    r"(?:barely|hardly|scarcely) (?:moved|changed)",
    re.IGNORECASE,
)
GONE = re.compile(r"\b(?:vanish|dried up|evaporat|disappear|ceased|come to nothing)", re.IGNORECASE)
STEADILY = re.compile(
    r"year (?:after|by|on) year|every (?:single )?year|each year|"
    r"without (?:a )?(?:pause|interruption|break)|uninterrupted|year in,? year out|"
    r"steadily|continuously",
    re.IGNORECASE,
)
"""Words by which every year counts, not only the first and the last."""
BACK = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d{1,2}) years "
    r"(?:to|until|up to|before|ending in)\b",
    re.IGNORECASE,
)
"""A span of years that ends with the time of the text."""
TIMES = {"double": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
WINDOWS = (5, 10)
"""Years back that are looked at where a text names none."""


def way(claim: Claim) -> str:
    """Return rising, falling or steady."""
    word = claim.word("word")
    if STAYS.search(word):
        return "steady"
    down = FALLS.search(word) or any(stem in word for stem in APART)
    return "falling" if down else "rising"


def times(claim: Claim) -> float | None:
    """Return how many times the first the last is said to be, None where no text says."""
    word = claim.word("word")
    told = next((n for stem, n in TIMES.items() if stem in word), None)
    said = multiple(claim.text) if told is None else None
    if said is not None:
        return said.value
    if told is None and claim.value is not None and claim.unit == "percent":
        return 1 + claim.value / 100 * (-1 if way(claim) == "falling" else 1)
    return told


def spans(claim: Claim, known: Known) -> list[tuple[int, int]]:
    """Return the first and last year of the spans to look at; none where they are not over."""
    window = claim.window
    if window is None:
        return [(known.year - back, known.year) for back in WINDOWS]
    first, last = window.first.year, window.last.year
    since = window.how == "since" or "since" in claim.sentence[: window.end + 1].lower()[-40:]
    if (since and (window.precision != "span" or last > first)) or (
        window.precision == "span" and window.last >= known.on.replace(month=1, day=1)
    ):
        found = (first, known.year)
    elif window.how == "after":
        found = (first, min(first + WINDOWS[0], known.year))
    else:
        found = (first, last) if last > first else (last - _back(claim.sentence), last)
    return [found] if found[0] < found[1] <= known.year else []


def _back(sentence: str) -> int:
    """Return how many years back a change to a year is counted."""
    told = BACK.search(sentence)
    if told is None:
        return 1
    many = told["n"].lower()
    return int(many) if many.isdigit() else SMALL.get(many) or TENS.get(many) or 1
