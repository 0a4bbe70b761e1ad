"""A text cut into words, folded so that accents, capitals and full stops do not matter."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LOWER, TITLE, CAPS = 0, 1, 2
LONGEST = 40
"""No name has a longer word; what is longer is kept out of the tables and the caches."""

# "U.S.", "U.S", "H.W.", or a run of letters and digits, with a plus at its end (OPEC+).
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|[^\W\d_]\.[^\W\d_](?!\w)|[^\W_]+(?:\+(?!\w))?"
)
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
# fmt: off
_SHORTENED = frozenset({
    "st", "gen", "dr", "mr", "mrs", "ms", "pres", "sen", "col", "lt", "maj", "adm", "prof", "mt",
    "ft", "rep", "gov", "sec", "capt", "amb", "min",
})
# fmt: on
_INSIDE = frozenset(" -'’‘ʼ`‐‑–.[]&\t\n\r\u00a0\u202f")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word without capitals, accents and full stops."""
    plain = word.replace(".", "").casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in parts if c.isalnum() and unicodedata.category(c) != "Lm")
    return plain


@dataclass(slots=True)
class Tokens:
    """Words of a text side by side: folded form, offsets, capitals, and whether they touch."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[int]
    joined: list[bool]
    """Whether the word and the one before can belong to one name."""
    lower: bool
    """Whether the text has no capital letter at all."""
    upper: bool
    """Whether the text has no small letter at all."""


def shape(word: str) -> int:
    """Return whether a word is small, begins with a capital, or is all capitals."""
    if word.isupper():
        return CAPS
    return TITLE if word[0].isupper() or word[0].isdigit() else LOWER


def joins(text: str, before: str, end: int, start: int) -> bool:
    """Whether what stands between two words lets them belong to one name."""
    width = start - end
    if width == 1:
        gap = text[end]
        return gap in _INSIDE and (gap != "." or len(before) == 1)
    if width == 0 or width > 4:
        return False
    between = text[end:start]
    if not _INSIDE.issuperset(between) or between.count("\n") > 1:
        return False
    return "." not in between or len(before) == 1 or before in _SHORTENED


def tokens(text: str) -> Tokens:
    """Cut a text into words."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shapes: list[int] = []
    joined: list[bool] = []
    end, before = 0, ""
    for match in _WORD.finditer(text):
        start, stop = match.span()
        word = match.group()
        joined.append(bool(words) and joins(text, before, end, start))
        before = fold(word) if stop - start <= LONGEST else ""
        words.append(before)
        starts.append(start)
        ends.append(stop)
        shapes.append(shape(word))
        end = stop
    has_upper = any(shapes)
    return Tokens(
        text=text,
        words=words,
        starts=starts,
        ends=ends,
        shapes=shapes,
        joined=joined,
        lower=not has_upper,
        upper=has_upper and text.isupper(),
    )
