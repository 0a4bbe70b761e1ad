"""How an act is told: done, denied, possible, still to come."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.kinds import BE, DO, HAVE, MODALS, NOT, before
from daylight.coding.reading import Read
from daylight.coding.words import words

WILL = words("will")
MAY = words("may")
AHEAD = words("ahead")
MAYBE = words("maybe")
STARTS = words("starts")
FAILS = words("fails")


@dataclass(frozen=True, slots=True)
class Mood:
    """What the words before a verb say of it.

    Attributes
    ----------
    future
        It is still to come, by the word of whom it is told of.
    would
        It is told with ``would`` or ``should``.
    first
        Place of the first word of the whole group of verbs.
    to
        The verb stands after ``to``.
    finite
        The verb can be the verb of a clause.
    """

    first: int
    passive: bool = False
    negated: bool = False
    future: bool = False
    would: bool = False
    maybe: bool = False
    to: bool = False
    finite: bool = True


def mood(read: Read, head: int) -> Mood:
    """Read the words before the verb at ``head``."""
    lows = read.lows
    words: list[str] = []
    at, first = head, head
    while len(words) < 8:
        at = before(lows, read.skip, at)
        if at < 0 or not _helps(lows[at]):
            break
        words.append(lows[at])
        first = at
    passive = any(key.endswith("/p") for key in read.keys[head])
    seen = set(words)
    to = "to" in seen
    aux = bool(seen & (BE | HAVE | MODALS | DO | STARTS | FAILS | AHEAD))
    return Mood(
        first=first,
        passive=passive,
        negated=bool(seen & NOT) or bool(seen & FAILS) or "without" in seen,
        future=bool(seen & WILL) or bool(seen & AHEAD) or _is_to(words),
        would="would" in seen or "should" in seen,
        maybe=bool(seen & MAY) or bool(seen & MAYBE),
        to=to,
        finite=aux or not (to or passive or lows[head].endswith("ing")),
    )


def _is_to(words: list[str]) -> bool:
    """Whether the verb is told as ordered or set: "is to visit"; the words stand reversed."""
    return len(words) > 1 and words[0] == "to" and words[1] in BE


def _helps(low: str) -> bool:
    return (
        low in BE
        or low in HAVE
        or low in MODALS
        or low in DO
        or low in NOT
        or low == "to"
        or low in AHEAD
        or low in MAYBE
        or low in FAILS
        or low in STARTS
        or low == "without"
    )
