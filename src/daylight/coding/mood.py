"""How an act is told: done, denied, possible, still to come."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.reading import BE, DO, HAVE, MODALS, NOT, Read, before

WILL = frozenset("will 'll shall".split())
MAY = frozenset("may might could can cannot".split())
AHEAD = frozenset(
    "going plan plans planned planning intend intends intended aim aims expected due set ready "
    "willing prepared scheduled likely poised about vowed vows vow promised promises pledged agreed "
    "decided hopes hope hoped committed".split()
)
MAYBE = frozenset(
    "consider considers considered considering possible possibly perhaps whether likely weighs "
    "weighing weigh contemplates contemplating mull mulls mulling able discuss discussing "
    "discussed explores exploring".split()
)
STARTS = frozenset(
    "began begin begins begun started starts start continued continues continue resumed resumes "
    "kept try tries tried trying attempted attempts attempt attempting managed moved moves moving "
    "rushed agreed".split()
)
FAILS = frozenset("fail fails failed failing unable".split())


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
        future=bool(seen & WILL) or bool(seen & AHEAD) or (to and bool(seen & BE)),
        would="would" in seen or "should" in seen,
        maybe=bool(seen & MAY) or bool(seen & MAYBE),
        to=to,
        finite=aux or not (to or lows[head].endswith("ing")),
    )


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
