"""Something that tested a tie, and when two of them are one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.partial import PartialDate, Precision
from daylight.endurance.records import Expected
from daylight.endurance.shocks.kinds import alike

SAME_DAYS = 31
"""Two events of a like kind so near to each other are one."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that tested a tie.

    Attributes
    ----------
    kind : str
        One of :data:`daylight.endurance.shocks.kinds.KINDS`.
    of : int
        Today's COW number of the one of the two that it happened in, or that acted; 0 for both,
        or where it is not said.
    """

    day: date
    precision: Precision
    title: str
    kind: str
    expected: Expected
    citation: str
    url: str | None
    source: str
    of: int = 0

    @property
    def last(self) -> date:
        """Last day that its date can mean."""
        return PartialDate(self.day, self.precision).last


def same(event: Event, other: Event) -> bool:
    """Return whether two events are one.

    They are on one day; or of a like kind and within a month, or in one calendar year where no more
    is known. Never if one happened in the one state, and the other in the other.
    """
    if event.of and other.of and event.of != other.of:
        return False
    if event.day == other.day and event.precision == other.precision == "day":
        return True
    if "year" in (event.precision, other.precision) and event.day.year != other.day.year:
        return False
    apart = (event.day - other.last).days, (other.day - event.last).days
    return alike(event.kind) == alike(other.kind) and max(apart) <= SAME_DAYS
