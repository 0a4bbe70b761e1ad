"""How many times one thing is said to be another: "twice", "ten times as large", "half"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import exp, hypot, log

from daylight.checks.terms.said_numbers import OVER, UNDER
from daylight.checks.verdict import Word
from daylight.claims.numbers import SMALL, TENS
from daylight.core.estimate import Z

WORDS = {"twice": 2.0, "double": 2.0, "half": 0.5, "treble": 3.0, "triple": 3.0, "thrice": 3.0}
MANY = "|".join([*SMALL, *TENS, "hundred"])
NOT_PART = r"(?! (?:a|an|of|year|century|decade|dozen|hour)\b)"
SAID = re.compile(
    rf"\b(?P<before>(?:[a-z]+ ){{0,2}})(?:(?P<word>{'|'.join(WORDS)})\b{NOT_PART}|"
    rf"(?P<n>\d+(?:\.\d+)?|{MANY})[ -](?:times|fold)|(?P<fold>{MANY})fold)",
    re.IGNORECASE,
)
TIMES_LESS = re.compile(r" (?:smaller|poorer|lower|less|fewer)\b")
ROUNDED = 0.20
"""Part by which such a number is rounded."""
Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Multiple:
    """How many times, and whether the text says at least or at most that."""

    value: float
    over: bool
    under: bool


def multiple(text: str) -> Multiple | None:
    """Return how many times one thing is said to be another, None where no text says."""
    found = SAID.search(text)
    if found is None:
        return None
    before = found["before"].lower()
    value = WORDS.get((found["word"] or "").lower()) or _number(found["n"] or found["fold"])
    if TIMES_LESS.match(text[found.end() :]):
        value = 1 / value
    over = any(word.strip() in before for word in OVER)
    return Multiple(value, over, any(word in before for word in UNDER))


def _number(text: str) -> float:
    small = text.lower()
    return float(SMALL.get(small) or TENS.get(small) or (100 if small == "hundred" else text))


def ratio(first: float, ends: Ends, second: float, others: Ends) -> tuple[float, float, float]:
    """Return how many times the second the first is, with its 90 % interval."""
    sds = (log(hi / lo) / (2 * Z) for lo, hi in (ends, others))
    value, sd = first / second, hypot(*sds)
    return value, value * exp(-Z * sd), value * exp(Z * sd)


def fits(said: Multiple, value: float, lo: float, hi: float) -> Word:
    """Return the verdict on a multiple against what it is, with its interval."""
    least, most = said.value * (1 - ROUNDED), said.value * (1 + ROUNDED)
    if said.under:
        yes, no = value <= said.value and hi <= most, lo > said.value
    elif said.over:
        yes, no = value >= said.value and lo >= least, hi < said.value
    else:
        yes, no = least <= value <= most, hi < least or (lo > most and said.value < 1)
    return "supported" if yes else "contradicted" if no else "mixed"
