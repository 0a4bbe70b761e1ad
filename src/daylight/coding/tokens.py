"""Words and signs of a sentence, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

MOST = 300
"""Words and signs read of one sentence: what is longer is no sentence, and is cut here."""
MOST_SIGNS = 6000
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W_]+(?:[-‐‑][^\W_]+)*"
    r"|['’]s\b|n['’]t\b|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign.

    Attributes
    ----------
    low
        The text in small letters, with a plain apostrophe.
    start, end
        Offsets into the sentence.
    """

    text: str
    low: str
    start: int
    end: int


def tokens(sentence: str) -> tuple[Token, ...]:
    """Cut a sentence into words and signs, at most ``MOST`` of them."""
    found = islice(_TOKEN.finditer(sentence, 0, MOST_SIGNS), MOST)
    return tuple(Token(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in found)
