"""Who holds a seat in the UN General Assembly: a seat is not a membership of the state system.

The rule: a vote stands under the COW number of the state whose delegation the Assembly had seated
on that day. A few seats were held by what COW does not count as a state yet (Ukraine and
Byelorussia to 1991, India to 1947); their votes stand under the number of the later state.
Seats follow no lineage: two numbers never hold one seat on the same day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from daylight.core.states import Spell, get, read_spell, read_table


@dataclass(frozen=True, slots=True)
class Seat:
    """One spell in which a COW number held a seat, with what is particular about it."""

    cow: int
    spell: Spell
    note: str
    citation: str


@lru_cache(maxsize=1)
def all_seats() -> tuple[Seat, ...]:
    """Every spell of a seat, by COW number and day."""
    rows = read_table("un_seats")
    return tuple(Seat(int(r["cow"]), read_spell(r), r["note"], r["citation"]) for r in rows)


@lru_cache
def seats(cow: int) -> tuple[Seat, ...]:
    """Return the spells in which a number held a seat, oldest first; empty for Kosovo.

    Raises
    ------
    UnknownState
        No state has the number.
    """
    state = get(cow)
    return tuple(seat for seat in all_seats() if seat.cow == state.cow)


def seated(cow: int, on: date) -> bool:
    """Whether a number held a seat on a day.

    Examples
    --------
    >>> seated(713, date(1960, 1, 1)), seated(710, date(1960, 1, 1))
    (True, False)
    """
    return any(seat.spell.covers(on) for seat in seats(cow))


def before_statehood(cow: int) -> tuple[Spell, ...]:
    """Return the days on which a number held a seat while COW counted no such state.

    Examples
    --------
    >>> [str(spell) for spell in before_statehood(369)]
    ['1945-10-24 to 1991-12-25']
    """
    return tuple(spell for seat in seats(cow) for spell in _outside(seat))


def seat_only(cow: int, year: int) -> bool:
    """Whether a number held a seat in a year and was a state of COW on no day of it.

    Its votes of that year are in the tables, and in no pair of states.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    spells = (seat.spell for seat in seats(cow))
    return any(_meet(s, first, last) for s in spells) and not any(
        _meet(s, first, last) for s in get(cow).spells
    )


def _meet(spell: Spell, first: date, last: date) -> bool:
    return spell.start <= last and (spell.end is None or spell.end >= first)


def _outside(seat: Seat) -> Iterator[Spell]:
    day = timedelta(days=1)
    start = seat.spell.start
    for state in get(seat.cow).spells:
        if state.end is not None and state.end < start:
            continue
        if start < state.start and (seat.spell.end is None or start <= seat.spell.end):
            last = state.start - day
            yield Spell(start, last if seat.spell.end is None else min(last, seat.spell.end))
        if state.end is None:
            return
        start = max(start, state.end + day)
    if seat.spell.end is None or start <= seat.spell.end:
        yield Spell(start, seat.spell.end)
