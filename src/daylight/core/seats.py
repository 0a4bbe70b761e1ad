"""Seats that a state held while it was no member of the COW state system.

A seat in an organisation is not membership of the state system: Ukraine and Byelorussia voted in
the UN from 1946 as republics of the Soviet Union. This is the only list of such cases. Bloc
spells, votes and positions of a state outside its membership must stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daylight.core.states import Spell, State, get, read_spell, read_table

UN = "UN"
"""The body whose votes are counted."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat outside membership of the state system.

    Attributes
    ----------
    cow : int
        The state under whose number its acts stand.
    body : str
        ``UN``, or the short name of a bloc.
    spell : Spell
        Days of the seat before, or between, memberships of the system.
    under : int or None
        COW number of the state that held the lands; None where no other is meant.
    note, citation : str
    """

    cow: int
    body: str
    spell: Spell
    under: int | None
    note: str
    citation: str

    @property
    def holder(self) -> State | None:
        """The state that held the lands."""
        return None if self.under is None else get(self.under)


@lru_cache(maxsize=1)
def all_seats() -> tuple[Seat, ...]:
    """Every recorded seat, in the order of the table."""
    return tuple(
        Seat(
            cow=int(row["cow"]),
            body=row["body"],
            spell=read_spell(row),
            under=int(row["under"]) if row["under"] else None,
            note=row["note"],
            citation=row["citation"],
        )
        for row in read_table("seats")
    )


def seat_of(cow: int, body: str, on: date) -> Seat | None:
    """Return the seat of a number in a body on a day on which it was no member of the system."""
    held = (s for s in all_seats() if s.cow == cow and s.body == body)
    return next((seat for seat in held if seat.spell.covers(on)), None)


def seat_years(body: str) -> dict[int, range]:
    """Return the years that each number's seat in a body touches, outside its membership.

    Examples
    --------
    >>> seat_years("UN")[750]
    range(1945, 1948)
    """
    ends = [(s.cow, s.spell.start.year, s.spell.end) for s in all_seats() if s.body == body]
    return {cow: range(first, (end or date.max).year + 1) for cow, first, end in ends}
