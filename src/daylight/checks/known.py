"""What checks know of an atlas as of the date of a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.checks import kept
from daylight.cohesion.spells import Row
from daylight.core.lineages import numbers
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef, in_text, ref_of
from daylight.store.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Known:
    """The atlas, as of the date of a text.

    Attributes
    ----------
    atlas : Atlas
    on : date
        Nothing of later enters.
    """

    atlas: Atlas
    on: date

    @property
    def year(self) -> int:
        """The last full year before the date."""
        return self.on.year if (self.on.month, self.on.day) == (12, 31) else self.on.year - 1

    def spells(self, bloc: str) -> list[Row]:
        """Return the spells of a bloc that had begun."""
        return [row for row in kept.spells_of(self.atlas, bloc) if row["start"] <= self.on]

    def bloc(self, bloc: str) -> Row | None:
        """Return the row of a bloc that had begun, by its short name."""
        row = kept.blocs_of(self.atlas).get(bloc)
        return row if row is not None and founded(row).first <= self.on else None

    def table(self, name: str) -> tuple[Row, ...]:
        """Return all rows of a small table, also those of later."""
        return kept.table_of(self.atlas, name)

    def state(self, code: str | None, day: date | None = None) -> StateRef | None:
        """Return the state of a code on a day, None where it was none then."""
        return kept.state_on(code, min(day or self.on, self.on)) if code else None

    def name(self, code: str) -> str:
        """Return the name of a state in running text."""
        found = self.state(code)
        return in_text(found.name) if found else code

    def of_number(self, cow: int) -> StateRef:
        """Return the state of a number."""
        return ref_of(cow, self.on)

    def numbers(self, state: StateRef) -> tuple[int, ...]:
        """Return the numbers that a state has had."""
        return tuple(numbers(state.cow, self.on))


def founded(row: Row) -> PartialDate:
    """Return when a bloc began."""
    return PartialDate.read(row["founded"])


def ended(row: Row) -> PartialDate | None:
    """Return when a bloc ended, if it has."""
    return PartialDate.read(row["ended"]) if row["ended"] else None
