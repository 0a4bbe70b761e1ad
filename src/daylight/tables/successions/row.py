"""One spell in power, as a row of the table, and where it lies in the life of its state."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from daylight.core.partial import Precision
from daylight.core.states import lineage

FIRST = date(1945, 1, 1)
"""First day of the table."""
Manner = Literal["regular", "irregular", "imposed", "unknown", "standing"]


class Succession(NamedTuple):
    """A row of ``successions``; :mod:`daylight.store.schemas.regimes` says what each column is."""

    cow: int
    day: date
    precision: Precision
    kind: Literal["leader", "regime"]
    name: str
    manner: Manner
    until: date | None
    until_precision: Precision | None
    open_to: date | None
    source: str


def placed(row: Succession) -> Succession | None:
    """Return a spell under the number of its day, or None where the state was none in it.

    What began before the state, or before :data:`FIRST`, stands at that beginning.
    """
    last = row.until or row.open_to or date.max
    for cow, start, end in spells(row.cow):
        begun = max(row.day, start, FIRST)
        if begun <= min(last, end or date.max):
            if begun == row.day:
                return row._replace(cow=cow)
            return row._replace(cow=cow, day=begun, precision="day", manner="standing")
    return None


@lru_cache(maxsize=512)
def spells(cow: int) -> tuple[tuple[int, date, date | None], ...]:
    """Return the memberships of a state, with those of its other numbers, oldest first."""
    return tuple(lineage(cow))


def in_system(cow: int, day: date) -> bool:
    """Return whether a state was in the system on a day, under any of its numbers."""
    return any(start <= day <= (end or date.max) for _, start, end in spells(cow))
