"""Titles of resolutions made comparable: small letters, no signs, ordinals as digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

CUT = "…"
"""Stands at the end of a title that a source gives shortened."""
_TO_19 = re.findall(
    r"\w+",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = {word: n for n, word in enumerate(_TO_19, start=1)} | {
    f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_TENS, start=2)
}
TENS = {word: 10 * n for n, word in enumerate(_TENS, start=2)}


def plain(title: str) -> str:
    """Return a title in small letters, without signs, with ordinals as digits.

    >>> plain("Twenty-fourth Decade: follow-up to the 4th session…")
    '24 decade follow up to the 4 session…'
    """
    words = re.sub(rf"[^\w{CUT}]+", " ", title.casefold()).replace(f" {CUT}", CUT).split()
    return " ".join(_digits(words))


def numbers(title: str) -> frozenset[int]:
    """Return the numbers in a plain title: years, ordinals, articles."""
    return frozenset(int(digits) for digits in re.findall(r"\d+", title))


def _digits(words: list[str]) -> Iterator[str]:
    tens = 0
    for word, after in zip(words, [*words, ""][1:], strict=True):
        if word in TENS and ORDINALS.get(after, 10) < 10:
            tens = TENS[word]
        elif word in ORDINALS:
            yield str(tens + ORDINALS[word])
            tens = 0
        else:
            yield re.sub(r"^(\d+)(st|nd|rd|th)$", r"\1", word)
