"""Find phrases of the book in a text: the longest one at each place, written as it must be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from daylight.actors.entries import Book, Entry, Written
from daylight.actors.tables import words
from daylight.actors.tokens import CAPS, LOWER, TITLE, Tokens

TODAY = "9999"
HYPHENS = frozenset("-‐‑–")
# A capital has a day on which it stops to stand for its state; a name is kept for longer.
_STRICT = frozenset({"capital", "seat", "city", "place"})


class Hit(NamedTuple):
    """Words ``i`` to ``j`` (not included) and what they may mean."""

    i: int
    j: int
    entries: tuple[Entry, ...]

    @property
    def kind(self) -> str:
        """Kind of the first meaning."""
        return self.entries[0].kind


def scan(cut: Tokens, book: Book, day: str) -> list[Hit]:
    """Return hits in order, none of which overlap."""
    hits: list[Hit] = []
    reach, phrases, folded, joined = book.reach, book.phrases, cut.words, cut.joined
    i, count = 0, len(folded)
    while i < count:
        longest = reach.get(folded[i])
        if longest is None:
            i += 1
            continue
        j = i + 1
        while j < count and j - i < longest and joined[j]:
            j += 1
        while j > i:
            found = phrases.get(folded[i] if j == i + 1 else " ".join(folded[i:j]))
            entries = _usable(cut, i, j, found, day) if found else ()
            if entries:
                hits.append(Hit(i, j, entries))
                break
            j -= 1
        i = max(j, i + 1)
    return hits


def _usable(cut: Tokens, i: int, j: int, found: Iterable[Written], day: str) -> tuple[Entry, ...]:
    fit = [one for one in found if _well_written(cut, i, j, one)]
    if len(fit) > 1 and cut.shapes[i] == TITLE:  # Guam is the island, GUAM the bloc
        fit = [one for one in fit if not one.caps] or fit
    entries = [one.entry for one in fit]
    current = [one for one in entries if one.covers(day)]
    if current or not entries:
        return tuple(current)
    return tuple(one for one in entries if one.role not in _STRICT)


def _well_written(cut: Tokens, i: int, j: int, one: Written) -> bool:
    shapes = cut.shapes
    if one.article and (i == 0 or cut.words[i - 1] != "the"):
        return False
    if one.hyphen:
        return _hyphen_follows(cut, j) and shapes[i] != LOWER
    if one.caps:
        return _abbreviation(cut, i, one.caps)
    if cut.lower:
        return _fit_for_small(cut, i, j, one)
    return (not one.first or shapes[i] != LOWER) and (not one.last or shapes[j - 1] != LOWER)


def _hyphen_follows(cut: Tokens, j: int) -> bool:
    return (
        j < len(cut.words)
        and cut.starts[j] - cut.ends[j - 1] == 1
        and (cut.text[cut.ends[j - 1]] in HYPHENS)
    )


def _abbreviation(cut: Tokens, i: int, letters: int) -> bool:
    if cut.shapes[i] != CAPS:
        # "Nato" and "Asean" are written so too; "Un" and "Eu" are not.
        return cut.shapes[i] != LOWER and letters >= 4
    if not cut.upper or "." in cut.text[cut.starts[i] : cut.ends[i]]:
        return True
    if cut.words[i] != "us":
        return cut.words[i] not in words("word in capitals")
    return i == 0 or cut.words[i - 1] not in words("before a pronoun")


def _fit_for_small(cut: Tokens, i: int, j: int, one: Written) -> bool:
    """Whether a text without capitals may hold the phrase: not if it is a common word too."""
    if one.entry.kind == "title" or one.entry.role in ("surname", "organ", "capital", "seat"):
        return one.entry.role in ("capital", "seat") and cut.words[i] not in words("small")
    return j > i + 1 or cut.words[i] not in words("small")
