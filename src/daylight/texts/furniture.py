"""Words by which page furniture is known, from a list of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from daylight.texts.document import Why
from daylight.texts.lists import words as written

LINE = 14
"""Most words of a line that is furniture as a whole."""
MOST = {1: 12, 2: 24, 3: 60}
"""Most words of a line with a phrase of one, two, or more words: a short phrase says less, and may
stand in the body as well."""
NOTICE = 200
"""Most words of a notice about cookies: these are long, and no article is about them."""
KEPT = 500
"""Characters of a line whose key is kept, for it is asked for several times."""
_SIGNS = re.compile(r"[^\w']+|_+")
_NUMBER = re.compile(r"\d+(?: \d+)*")
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "©": " copyright ", "\u0307": ""})

Phrases = dict[str, list[tuple[str, Why]]]
"""Keys by their first word."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The list, as it is looked up."""

    lines: dict[str, Why]
    opens: dict[str, Why]
    inserts: dict[str, Why]
    starts: Phrases
    holds: Phrases


@cache
def furniture() -> Furniture:
    """Return the list."""
    lists = written("furniture")

    def of(part: str) -> Iterator[tuple[str, Why]]:
        for why, parts in lists.items():
            for phrase in parts.get(part) or ():
                yield str(phrase), cast(Why, why)

    def by_word(part: str) -> Phrases:
        found: Phrases = {}
        for phrase, why in of(part):
            found.setdefault(phrase.partition(" ")[0], []).append((phrase, why))
        return found

    return Furniture(
        dict(of("lines")),
        dict(of("opens")) | dict(of("inserts")),
        dict(of("inserts")),
        by_word("starts"),
        by_word("holds"),
    )


def key(text: str) -> str:
    """Return a cleaned text as the list writes it."""
    return _key(text) if len(text) <= KEPT else _key.__wrapped__(text)


@lru_cache(4096)
def _key(text: str) -> str:
    plain = text.casefold().translate(_SAME)
    return _NUMBER.sub("0", " ".join(_SIGNS.sub(" ", plain).split())).strip("' ")


def opened(text: str) -> Why | None:
    """Return what a line of a cleaned text opens, such as a list of related links."""
    known = furniture().opens
    first = " ".join(text.split(" ")[:3])
    return known.get(text) or (known.get(first) if text.startswith("0") else None)


def inserted(text: str) -> bool:
    """Whether what a line opens is a few links in the middle of an article."""
    return text in furniture().inserts


def why(text: str, words: int, raw: str) -> Why | None:
    """Return why a line is furniture; None where that is not known.

    Parameters
    ----------
    text : str
        Its key.
    words : int
        How many it has.
    raw : str
        The line itself.
    """
    known = furniture()
    if words <= LINE and text in known.lines:
        return known.lines[text]
    if words > NOTICE:
        return None
    for phrase, reason in known.starts.get(text.partition(" ")[0], ()):
        if _at(text, phrase, 0) and _starts(phrase, reason, words, raw):
            return reason
    return _held(text, words, known.holds)


def _starts(phrase: str, reason: Why, words: int, raw: str) -> bool:
    if reason == "cookie notice":
        return True
    parted = any(sign in raw[len(phrase) : len(phrase) + 3] for sign in ":：|»›→—")
    count = phrase.count(" ") + 1
    if count == 1:
        return words <= MOST[2] and parted
    if count == 2:
        return words <= MOST[2] and (parted or words <= MOST[1])
    return words <= MOST[3]


def _held(text: str, words: int, phrases: Phrases) -> Why | None:
    place = 0
    for word in text.split(" "):
        for phrase, reason in phrases.get(word, ()):
            count = min(phrase.count(" ") + 1, 3)
            if _at(text, phrase, place) and (reason == "cookie notice" or words <= MOST[count]):
                return reason
        place += len(word) + 1
    return None


def _at(text: str, phrase: str, place: int) -> bool:
    end = place + len(phrase)
    return text.startswith(phrase, place) and (end == len(text) or text[end] == " ")
