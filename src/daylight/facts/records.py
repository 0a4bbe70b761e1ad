"""What is known of two states, as records: dated facts as they stood on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.core.partial import PartialDate, Precision

Standing = Literal["event", "ended", "goes_on", "last_seen", "unsure"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact of two states, as it stood on the day asked for.

    Attributes
    ----------
    day : date
        When it was or began; the first possible day where less is known.
    precision : {"day", "month", "year"}
        How far the day is known.
    until : date or None
        Last day of what had ended by the day asked for, the last possible one where less is known;
        None of all else.
    until_precision : {"day", "month", "year"} or None
        How far that day is known.
    standing : {"event", "ended", "goes_on", "last_seen", "unsure"}
        ``event``: it has no length. ``ended``: it had ended by the day asked for. ``goes_on``: it
        went on. ``last_seen``: its source ends before the day asked for, and nothing is known of
        the time after. ``unsure``: it ended in the month or year of the day asked for, on a day
        that is not known.
    held : date
        Last day to which it counts as held: of an event its day, the last possible one; of what
        ended the day `until`; of what was last seen the end of its source; else the day asked for.
    kind : str
        One of :data:`daylight.store.schemas.facts.KINDS`.
    actor : int
        COW number of who acted, of the time; 0 for both, or where it is not coded.
    text : str
        One line. Of facts of one text that repeat it may say how many there were.
    weight : int
        How much a reader needs it, from 1 to 100.
    source : tuple of str
        Sources that tell of it, the one that the text is from first.
    citation : tuple of str
        Addresses or places in these sources, in their order; of those that have one.
    """

    day: date
    precision: Precision
    until: date | None
    until_precision: Precision | None
    standing: Standing
    held: date
    kind: str
    actor: int
    text: str
    weight: int
    source: tuple[str, ...]
    citation: tuple[str, ...]

    @property
    def when(self) -> PartialDate:
        """When it was or began."""
        return PartialDate(self.day, self.precision)

    @property
    def ended(self) -> PartialDate | None:
        """When it ended, if it had."""
        if self.until is None or self.until_precision is None:
            return None
        return PartialDate(first_of(self.until, self.until_precision), self.until_precision)


def first_of(last: date, precision: Precision) -> date:
    """Return the first day that a date can mean, from the last one."""
    first = last if precision == "day" else last.replace(day=1)
    return first.replace(month=1) if precision == "year" else first
