"""Whether a state of one year is the same body as in another: Russia is not the Soviet Union."""

from __future__ import annotations

from datetime import date

from daylight.checks.verdict import SOME, Word
from daylight.core.lineages import number_in, numbers_in
from daylight.core.refs import StateRef, in_text
from daylight.core.states import get
from daylight.core.successions import Succession, all_successions

KINDS = ("continues", "merges", "splits")
"""Successions by which a state becomes larger or smaller and keeps its line of values."""
LOOSER: dict[Word, Word] = {"supported": SOME, "contradicted": "mixed"}
"""What becomes of a verdict that compares two bodies."""


def other_body(states: tuple[StateRef, ...], first: int, last: int) -> str | None:
    """Write which states of two years are not one body, None where all are.

    Examples
    --------
    >>> other_body((StateRef("RUS", 365, "Russia"),), 1990, 1998)
    'the Soviet Union of 1990 taken for Russia of 1998'
    """
    told = [
        f"{_named(state, first)} of {first} taken for {_named(state, last)} of {last}"
        for state in states
        if any(_changes(s, state, first, last) for s in all_successions())
    ]
    return "; ".join(told) or None


def _changes(found: Succession, state: StateRef, first: int, last: int) -> bool:
    """Whether a succession of a state lies between the middles of two years."""
    if not date(first, 7, 1) < found.on <= date(last, 7, 1):
        return False
    mine = numbers_in(state.cow, first, last)
    own = found.kind in KINDS and (found.predecessor in mine or found.successor in mine)
    lost = found.kind == "secedes" and found.since is None and found.predecessor in mine
    return own or lost


def _named(state: StateRef, year: int) -> str:
    return in_text(get(number_in(state.cow, year)).name_on(date(year, 7, 1)))
