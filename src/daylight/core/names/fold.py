"""Two spellings are one name when they fold to the same text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PUNCTUATION = re.compile(r"[.'’`ʼ‘´]")
_GAPS = re.compile(r"[\W_]+")
_SAINT = re.compile(r"\bst (?=\w)")
"""Before a name only: ST alone is a code."""


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """Fold case, accents, punctuation and spacing; ``&`` is and, ``St.`` is saint."""
    plain = text.casefold().replace("&", " and ")
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", plain.replace("ı", "i"))
        plain = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    plain = _PUNCTUATION.sub("", plain)
    if plain.isascii():
        words = _GAPS.sub(" ", plain).strip()
    else:
        words = " ".join("".join(c if _written(c) else " " for c in plain).split())
    return _SAINT.sub("saint ", words.removeprefix("the "))


def _written(character: str) -> bool:
    """Whether a character is part of a word: signs of vowels are, which are no letters."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"
