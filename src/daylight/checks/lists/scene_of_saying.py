"""What of a sentence tells where and when something was said, and not what was said there."""

from __future__ import annotations

import re

from daylight.claims.numbers import numbers
from daylight.claims.records import Window

WORDS = re.compile(r"[“\"‘][^”\"’]{0,400}[”\"’]")
TOLD = re.compile(
    r"\b(?:said|says|saying|told|tells|claimed|declared|warned|argued|announced|insisted|promised|"
    r"stated|boasted|vowed|remarked|lectured|assured|reminded)\b[^.;]{0,80}?(?P<said>\bthat\b.*)"
)
"""What was said stands between marks, or after "said that"."""
ASIDE = re.compile(
    r",? (?:who|whose|which)\b[^,;.]{0,120},|^(?:After|Before|Since|Having)\b [a-z]+ing[^,]*,"
)
"""What is told of somebody besides: "Bush, who had spoken in Warsaw, ..."."""
HALF = re.compile(r"\bhalf an? (?=[mb]illion|thousand)", re.IGNORECASE)
YEARS = range(1500, 2201)
DAYS = 31
"""A number up to this may be the day of a month."""


def scene_of(sentence: str) -> str:
    """Return a sentence with spaces in place of what was said and of what stands aside."""
    told = TOLD.search(sentence)
    spans = [told.span("said")] if told else []
    spans += [m.span() for pattern in (WORDS, ASIDE) for m in pattern.finditer(sentence)]
    for start, end in spans:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def tells_when(sentence: str, window: Window) -> bool:
    """Whether the time of a claim stands where it tells when something was said."""
    return bool(scene_of(sentence)[window.start : window.end].strip())


def other_numbers(said: str, listed: str) -> bool:
    """Whether two texts both give numbers besides years, and none of them the same."""
    one, other = _numbers(said), _numbers(listed)
    return bool(one and other) and not any(
        abs(a - b) <= 0.01 * max(a, b) for a in one for b in other
    )


def _numbers(text: str) -> list[float]:
    found = numbers(HALF.sub("0.5 ", text))
    return [n.value for n in found if n.value not in YEARS and n.value > DAYS]
