"""Cleaned text, and the way back from it to the place where it was found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

UNSEEN = (
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
"""Marks that are not to be seen, as in a class of a pattern. Joiners of letters are not among them:
Persian and the scripts of India spell with them."""
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_RUN = re.compile(rf"[^\s{UNSEEN}]+(?: [^\s{UNSEEN}]+)*+|\s+")

Run = tuple[str, int, int]
"""Text, and where it was: start and end. Another length there means that it was written
otherwise, such as ``&amp;``."""


def fold(text: str) -> str:
    """Return a text with white space folded and without marks that are not to be seen."""
    if not (text.isascii() and text.isprintable()):
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A cleaned text that knows where each of its characters came from."""

    text: str
    at: list[int]
    runs: list[Run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original of ``text[start:end]``, which is not empty."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, index: int) -> tuple[int, int]:
        i = max(bisect_right(self.at, index) - 1, 0)
        text, start, end = self.runs[i]
        if len(text) != end - start:
            return start, end
        place = min(start + index - self.at[i], end)
        return place, min(place + 1, end)


def seen(raw: str, start: int, end: int) -> Iterator[Run]:
    """Yield what is to be seen in ``raw[start:end]``, and a space for white space."""
    for match in _RUN.finditer(raw, start, end):
        text = match.group()
        yield " " if text.isspace() else text, match.start(), match.end()


def folded(runs: Iterable[Run]) -> Folded:
    """Return the cleaned text of runs, with one space where they have some."""
    parts: list[str] = []
    at: list[int] = []
    kept: list[Run] = []
    length, space = 0, None
    for run in runs:
        if run[0] == " ":
            space = space or run
            continue
        for part in (space, run) if space and length else (run,):
            parts.append(part[0])
            at.append(length)
            kept.append(part)
            length += len(part[0])
        space = None
    return Folded("".join(parts), at, kept)
