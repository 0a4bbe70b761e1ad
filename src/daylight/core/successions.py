"""Which state came after which, and who held a state's lands while it was no member."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, cast

from daylight.core.states import State, all_states, get, read_table

Kind = Literal["continues", "splits", "merges", "secedes", "occupied", "seat"]

# Successors proclaim themselves weeks before COW ends the old state (Austria-Hungary).
_SLACK = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Succession:
    """One state following another on a day.

    ``on`` is the first day of the new order. ``kind`` is continues (same state, other
    number or name), splits, merges, secedes, occupied (annexed or occupied, the state may
    return) or seat (only a seat passes). ``since`` is the first day on which the predecessor
    certainly held the lands; ``None`` means all through its own membership.
    """

    predecessor: int
    successor: int
    on: date
    kind: Kind
    since: date | None
    note: str
    citation: str


@lru_cache(maxsize=1)
def all_successions() -> tuple[Succession, ...]:
    """Every recorded succession, oldest first."""
    return tuple(
        Succession(
            predecessor=int(row["predecessor"]),
            successor=int(row["successor"]),
            on=date.fromisoformat(row["date"]),
            kind=cast(Kind, row["kind"]),  # a test holds the table to Kind
            since=date.fromisoformat(row["since"]) if row["since"] else None,
            note=row["note"],
            citation=row["citation"],
        )
        for row in read_table("successions")
    )


def successors(cow: int) -> tuple[Succession, ...]:
    """List what followed this state, in whole or part, oldest first."""
    return tuple(s for s in all_successions() if s.predecessor == get(cow).cow)


def predecessors(cow: int) -> tuple[Succession, ...]:
    """List what this state followed, oldest first."""
    return tuple(s for s in all_successions() if s.successor == get(cow).cow)


def holders(cow: int, on: date) -> tuple[State, ...]:
    """Find the members that stood in a state's place on a day when it was no member.

    Empty where none is recorded: the table holds what is not in doubt, so an empty answer
    does not say that the lands were nobody's.

    Examples
    --------
    >>> [state.name for state in holders(305, date(1910, 1, 1))]
    ['Austria-Hungary']
    """
    return tuple(get(number) for number in sorted(_holders(cow, on, depth=3)))


def _holders(cow: int, on: date, depth: int) -> set[int]:
    state = get(cow)
    if state.existed(on):
        return {cow}
    if depth == 0:
        return set()
    held: set[int] = set()
    for number in _after(state, on) or _before(state, on):
        held |= _holders(number, on, depth - 1)
    return held or _heirs(state, on)


def _after(state: State, on: date) -> list[int]:
    """Who took over at the last end of membership before the day."""
    ends = [spell.end for spell in state.spells if spell.end and spell.end < on]
    if not ends:
        return []
    steps = [
        s.successor
        for s in successors(state.cow)
        if s.kind != "seat" and max(ends) - _SLACK <= s.on <= on
    ]
    gone = all(spell.end and spell.end < on for spell in state.spells)
    # A state that returns was held by whoever existed, not by the holder's own successors.
    return steps if gone else [number for number in steps if get(number).existed(on)]


def _before(state: State, on: date) -> list[int]:
    """Whom the state was to leave after the day."""
    return [
        s.predecessor
        for s in predecessors(state.cow)
        if s.kind not in ("seat", "continues", "merges")
        and (s.since or date.min) <= on < s.on
        and s.predecessor != state.cow
    ]


def _heirs(state: State, on: date) -> set[int]:
    """Find the other number of the same lineage, where that one existed."""
    return {s.cow for s in all_states() if s.lineage == state.lineage and s.existed(on)}
