"""The clauses of a masked sentence, and which marks they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from daylight.claims.masked import MARK

CUT = re.compile(
    r"; |, (?=(?:but|and|while|although|though|yet|where|whereas|because|so|for all|despite|its|"
    r"an?|the|which|who|whose|not) )|: | – | — "
)
COUNTED = {"S": "SL", "L": "LH"}
"""Marks that fill a need besides its own letter: a leader for the state, "he" for a leader."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the masked sentence that may carry a claim of its own.

    Attributes
    ----------
    start, end : int
    counts : Counter
        Marks in it by letter, one that stands for two states as two.
    """

    start: int
    end: int
    counts: Counter[str]

    def has(self, needs: tuple[tuple[str, int], ...]) -> bool:
        """Whether it holds the marks that a row needs, as :func:`pooled` gives them."""
        for letters, many in needs:  # a plain loop: this is asked for every row and clause
            there = 0
            for letter in letters:
                there += self.counts[letter]
            if there < many:
                return False
        return True


def pooled(needs: str) -> tuple[tuple[str, int], ...]:
    """Return the marks that fill each need, and how many there must be, each used once."""
    counts = Counter(needs)
    pools = dict.fromkeys(COUNTED.get(letter, letter) for letter in needs)
    return tuple((pool, sum(counts[letter] for letter in pool)) for pool in pools)


def edges(text: str) -> tuple[int, ...]:
    """Return where the clauses of a masked sentence begin, and its end."""
    return (0, *(m.end() for m in CUT.finditer(text)), len(text))


def clauses(text: str, cuts: tuple[int, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a masked sentence, and the whole last."""
    marks = [(m[1], m.start(), m.end()) for m in MARK.finditer(text)]
    spans = [*pairwise(cuts)]
    whole = [(0, len(text))] if len(spans) > 1 else []
    return tuple(
        Clause(a, b, _counts(mark for mark, start, end in marks if start >= a and end <= b))
        for a, b in (*spans, *whole)
    )


def _counts(marks: Iterable[str]) -> Counter[str]:
    counts = Counter(marks)
    counts["S"] += 2 * counts["D"]
    return counts
