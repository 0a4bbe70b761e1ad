"""A cue: words that tell what a clause claims, whoever stands where in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from daylight.claims.masked import MARK, Masked
from daylight.claims.records import Comparator, Type

CLAUSE = re.compile(
    r"; |, (?=(?:but|and|while|although|though|yet|where|whereas|because|so|for all|despite|its|an?|the|which|who|whose|not) )|: | – | — "
)
COUNTED = {"L": "L", "S": "SL", "B": "B", "P": "P", "N": "N", "T": "T"}
"""Marks that fill a need: a leader may stand for the state."""


@dataclass(frozen=True)
class Cue:
    """Words that tell what a clause claims.

    Attributes
    ----------
    type, relation : str
    words : str
        A regular expression over the masked clause.
    needs : str
        The marks that the clause must hold, by letter: ``BS`` a bloc and a state.
    measure, comparator : str or None
    also : str
        A regular expression that the clause must hold besides, capitals told apart.
    """

    type: Type
    relation: str
    words: str
    needs: str
    measure: str | None = None
    comparator: Comparator | None = None
    also: str = ""

    @cached_property
    def also_compiled(self) -> re.Pattern[str]:
        """What the clause must hold besides."""
        return re.compile(self.also)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression."""
        return re.compile(self.words, re.IGNORECASE)

    @cached_property
    def many(self) -> Counter[str]:
        """How many marks of each letter it needs."""
        return Counter(self.needs)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the masked sentence that may carry a claim of its own."""

    start: int
    end: int
    marks: tuple[tuple[str, int, int], ...]

    def has(self, needs: Counter[str]) -> bool:
        """Whether it holds the marks that a cue needs."""
        counts = Counter(letter for letter, _, _ in self.marks)
        counts["S"] += 2 * counts["D"]
        if needs == Counter("LP"):
            return counts["L"] >= 2 or (counts["L"] >= 1 and counts["S"] + counts["L"] >= 2)
        return all(sum(counts[k] for k in COUNTED[letter]) >= n for letter, n in needs.items())


def clauses(sentence: Masked) -> tuple[Clause, ...]:
    """Return the clauses of a sentence with marks, and the whole last."""
    edges = [0, *(m.end() for m in CLAUSE.finditer(sentence.masked)), len(sentence.masked)]
    spans = [*zip(edges, edges[1:], strict=False)]
    if len(spans) > 1:
        spans.append((0, len(sentence.masked)))
    marks = [(m[1], m.start(), m.end()) for m in MARK.finditer(sentence.masked)]
    return tuple(
        Clause(a, b, tuple(mark for mark in marks if mark[1] >= a and mark[2] <= b))
        for a, b in spans
    )


def cued(
    cue: Cue, sentence: Masked, parts: tuple[Clause, ...]
) -> Iterator[tuple[Clause, re.Match[str]]]:
    """Yield the shortest clauses that hold a cue and what it needs; the whole only if no part does."""
    seen = False
    for k, clause in enumerate(parts):
        if (seen and k == len(parts) - 1) or not clause.has(cue.many):
            continue
        match = cue.compiled.search(sentence.masked, clause.start, clause.end)
        if match is not None and cue.also_compiled.search(sentence.masked, clause.start, clause.end):
            seen = True
            yield clause, match
