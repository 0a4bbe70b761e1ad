"""A paragraph cut into sentences, each with its place in the original."""

from __future__ import annotations

import re
from functools import cache

from daylight.texts.dates import months
from daylight.texts.document import Piece
from daylight.texts.lists import words
from daylight.texts.place import unfold

_END = re.compile(
    r"([.!?…]++|[。！？]|[؟۔।॥])([\"'”’»›)\]]*+)(?=\s|$|(?<=[。！？])|(?<=[。！？][”」』）]))"
)
_OPEN = "\"'“‘«‹([„”’"
_LETTER = re.compile(r"\w")
_TOKEN = re.compile(r"\S+$")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in words("abbreviations").items()}


def sentences(piece: Piece, original: str) -> tuple[Piece, ...]:
    """Return the sentences of a piece, in order; they cover it.

    Parameters
    ----------
    piece : Piece
    original : str
        The text that the offsets of the piece refer to.
    """
    whole = unfold(piece, original)
    found = []
    for start, end in cut(whole.text):
        found.append(Piece(whole.text[start:end], *whole.span(start, end)))
    return tuple(found)


def cut(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a cleaned text begin and end."""
    spans = []
    start = looked = 0
    lettered = False
    for match in _END.finditer(text):
        lettered = lettered or bool(_LETTER.search(text, looked, match.start()))
        looked = end = match.end()
        after = end + (text[end : end + 1] == " ")
        if not lettered or (after < len(text) and not _parts(text, start, match, after)):
            continue  # signs alone are no sentence
        spans.append((start, end))
        start, lettered = after, False
    if start < len(text):
        spans.append((start, len(text)))
    return [(a, b) for a, b in spans if b > a]


def _parts(text: str, start: int, match: re.Match[str], after: int) -> bool:
    """Whether a sign ends a sentence, of which more text follows."""
    sign = match[1]
    if sign[-1] in "。！？؟۔।॥":
        return True
    i = after
    while i < len(text) and text[i] in _OPEN:
        i += 1
    following = text[i : i + 1]
    if following.islower() or following in ",;:)–—-":
        return False
    if sign != ".":
        return True
    word = (
        text[i : i + 30]
        .split(" ", 1)[0]
        .rstrip(".,;:!?”’\"'")
        .removesuffix("’s")
        .removesuffix("'s")
    )
    return (not match[2] and _stops(text, start, match.start(), word)) or bool(match[2])


def _stops(text: str, start: int, dot: int, following: str) -> bool:
    """Whether a full stop after a word ends the sentence, given the next word."""
    last = _TOKEN.search(text, max(start, dot - 30), dot)
    token = last.group().lstrip(_OPEN) if last else ""
    lower = token.lower()
    known = _words()
    begins = following in known["begins"]
    if lower in known["before names"]:
        return False
    if lower in known["before numbers"]:
        return not following[:1].isdigit()
    if lower in known["within"]:
        return begins
    if len(token) == 1 and token.isupper():
        return begins
    if "." in token and all(len(part) == 1 for part in token.split(".")):
        return begins
    if token.isdigit() and len(token) <= 2 and following.lower() in months():
        return False
    return not (token.isdigit() and dot - len(token) == start)
