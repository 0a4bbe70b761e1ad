"""A sentence as its words are read: what each may be, and what may stand within a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.kinds import keys
from daylight.coding.lexicon import readings
from daylight.coding.tokens import Token
from daylight.coding.words import words

DAYS = words("days")
OFTEN = words("often")


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with what each word may be.

    Attributes
    ----------
    keys
        For each word the keys of the dictionary that it answers to.
    skip
        Words that may stand within any phrase: adverbs, days, quotation marks.
    """

    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    skip: tuple[bool, ...]
    named: frozenset[int]


def read(
    tokens: tuple[Token, ...], named: frozenset[int], bare: frozenset[int] = frozenset()
) -> Read:
    """Read the words.

    ``named`` are those that belong to the name of an actor, ``bare`` the last words of names
    that stand for the state or bloc itself: ``#`` of the dictionary.
    """
    lows = tuple(token.low for token in tokens)
    skip = tuple(_skippable(lows, i) for i in range(len(lows)))
    known = readings()
    found: list[tuple[str, ...]] = []
    for i, low in enumerate(lows):
        if i in named:
            found.append(("#",) if i in bare else ())
        elif low in known:
            found.append(keys(lows, skip, named, i, known[low]))
        else:
            found.append(())
    return Read(tokens, lows, tuple(found), skip, named)


def _skippable(lows: tuple[str, ...], i: int) -> bool:
    low = lows[i]
    if low in {"may", "march"}:
        return i > 0 and lows[i - 1] in {"in", "of", "since", "last", "on", "until", "early"}
    if low in DAYS:
        return True
    if low in {"on", "in", "last", "this", "next", "late", "early"}:
        return i + 1 < len(lows) and lows[i + 1] in DAYS and lows[i + 1] != "may"
    return low in OFTEN or low in {'"', "“", "”", "'"} or (low.endswith("ly") and len(low) > 4)
