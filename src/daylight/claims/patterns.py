"""Rows that say where subject and object stand, and the parts of what they match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from daylight.claims.rows import Row, rows, words
from daylight.claims.scene import Scene

BEFORE = re.compile(r"\b(?:neither|none of|no|not one of|nor) \Z")
"""Words before a list of actors that deny what follows."""
LONG = 12
"""Characters that they may have."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a row stand in a sentence.

    Attributes
    ----------
    match : re.Match
        In small letters.
    text : str
        The masked sentence as it is written.
    """

    match: re.Match[str]
    text: str

    def part(self, name: str) -> str | None:
        """Return a named part, None where the row has none of that name or it is not there."""
        if self.match.re.groupindex.get(name) is None or self.match.start(name) < 0:
            return None
        return self.text[slice(*self.match.span(name))]

    @property
    def whole(self) -> str:
        """All of the words."""
        return self.text[slice(*self.match.span())]

    @property
    def begin(self) -> int:
        """Where the claim begins: with the word that denies it, after the words it is about."""
        if self.part("begin") is not None:
            return self.match.start("begin")
        word = self._before()
        return word.start() if word else self.match.start()

    @property
    def denied(self) -> bool:
        """Whether the words deny it, or one just before: "neither A nor B"."""
        told = [self.part(name) for name in ("neg", "neg_") if self.part(name) is not None]
        words = " ".join(filter(None, told)) if told else self.whole
        return bool(negation().search(words) or self._before())

    def _before(self) -> re.Match[str] | None:
        end = self.match.start()
        return BEFORE.search(self.match.string, max(0, end - LONG), end)


@cache
def patterns() -> tuple[Row, ...]:
    """Return the rows, those whose claims win over others first."""
    return (*rows("belonging"), *rows("acts"), *rows("ties"))


@cache
def negation() -> re.Pattern[str]:
    """Return what denies."""
    return re.compile(rf"\b{words('denied')}\b|n['’]t\b", re.IGNORECASE)


def matches(row: Row, scene: Scene) -> Iterator[Found]:
    """Yield where the words of a row stand in a sentence."""
    text = scene.marked.masked
    if scene.parts[-1].has(row.many) and row.may(scene.small) and row.besides.search(text):
        for match in row.compiled.finditer(scene.small):
            yield Found(match, text)
