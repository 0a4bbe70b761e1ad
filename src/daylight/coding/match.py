"""Phrases of the dictionary in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.lexicon import Pattern, by_first_word
from daylight.coding.reading import Read
from daylight.coding.words import words

STOPS = frozenset(";:().") | words("stops")
"""Words that no gap within a phrase goes across."""
MOST_HITS = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: places of its first, last and verb word (-1 where it has none)."""

    what: str
    mode: bool
    first: int
    last: int
    head: int
    weight: int
    passive: bool = False
    turned: bool = False


def hits(read: Read) -> tuple[Hit, ...]:
    """Every phrase found, by place; of several at one place and kind the longest."""
    found: list[Hit] = []
    index = by_first_word()
    present = set(read.lows).union(*read.keys)
    for i, keys in enumerate(read.keys):
        best: dict[bool, Hit] = {}
        for key in keys:
            for pattern in index.get(key, ()):
                old = best.get(pattern.mode)
                words = pattern.words
                if old is not None and old.weight >= len(words):
                    continue
                if len(words) > 1 and any(word.isdisjoint(present) for word in words[1:]):
                    continue  # most phrases end here, without a look at their places
                hit = _match(read, pattern, i)
                if hit is not None:
                    best[pattern.mode] = hit
        found += best.values()
        if len(found) >= MOST_HITS:
            break
    return tuple(found)


def _match(read: Read, pattern: Pattern, first: int) -> Hit | None:
    at = first
    head = first if pattern.head == 0 else -1
    for place in range(1, len(pattern.words)):
        following = _next(read, at, pattern.words[place], pattern.gaps[place])
        if following < 0:
            return None
        at = following
        if place == pattern.head:
            head = at
    weight = len(pattern.words)
    return Hit(pattern.what, pattern.mode, first, at, head, weight, pattern.passive, pattern.turned)


def _next(read: Read, at: int, wanted: frozenset[str], gap: int) -> int:
    left = gap
    for i in range(at + 1, min(len(read.keys), at + 2 * gap + 8)):
        if read.skip[i]:
            continue
        if not wanted.isdisjoint(read.keys[i]) or read.lows[i] in wanted:
            return i
        if left == 0 or read.lows[i] in STOPS:
            return -1
        left -= 1
    return -1
