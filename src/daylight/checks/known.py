"""What checks read from the atlas, each thing once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from daylight.cohesion.spells import Row, spells
from daylight.core.errors import DaylightError
from daylight.core.lookup import resolve
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef, ref
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

T = TypeVar("T")


@dataclass
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
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The last full year before the date."""
        return self.on.year if (self.on.month, self.on.day) == (12, 31) else self.on.year - 1

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """Return what was made for a key, made when it is first asked for."""
        if key not in self.kept:
            self.kept[key] = make()
        found: T = self.kept[key]
        return found

    def spells(self, bloc: str) -> list[Row]:
        """Return the spells of a bloc."""
        return self.once(("spells", bloc), lambda: spells(self.atlas, bloc))

    def bloc(self, bloc: str) -> Row | None:
        """Return the row of a bloc, by its short name."""
        rows = self.once("blocs", lambda: {r["bloc"]: r for r in rows_of(self.atlas.rows("blocs"))})
        return rows.get(bloc)

    def table(self, name: str) -> list[Row]:
        """Return all rows of a small table."""
        return self.once(("table", name), lambda: rows_of(self.atlas.rows(name)))

    def state(self, code: str, day: date | None = None) -> StateRef | None:
        """Return the state of a code on a day, None where it was none then."""
        when = min(day or self.on, self.on)
        try:
            return ref(resolve(code, when), when)
        except DaylightError:
            return None

    def name(self, code: str) -> str:
        """Return the name of a state in running text."""
        found = self.state(code)
        return found.name if found else code


def founded(row: Row) -> PartialDate:
    """Return when a bloc began."""
    return PartialDate.read(row["founded"])


def ended(row: Row) -> PartialDate | None:
    """Return when a bloc ended, if it has."""
    return PartialDate.read(row["ended"]) if row["ended"] else None
