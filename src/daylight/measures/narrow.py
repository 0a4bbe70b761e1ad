"""An atlas confined to some states, so that a few pairs do not read the rows of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from daylight.measures.measure import Columns, World

if TYPE_CHECKING:
    from daylight.store.atlas import Atlas

BY_PAIR = ("ledgers", "ledger_items", "votes", "trade", "nearness")
BY_STATE = ("economies", "ideal_points", "regimes")
"""Tables of which a value of a pair needs no other rows than its own. What sets a pair against all
others, as likeness of portfolios does, reads other tables, and these whole."""
MOST = 40
"""States up to which fewer rows are worth their own query."""


def narrowed(atlas: Atlas, states: Iterable[int]) -> World:
    """Return a world that has all that measures of pairs among some states rest on.

    Parameters
    ----------
    atlas : Atlas
    states : iterable of int
        COW numbers, of every time. Of none, and of more than 40, the atlas itself is returned.
    """
    numbers = tuple(sorted(states))
    return _Narrow(atlas, numbers) if 0 < len(numbers) <= MOST else atlas


class _Narrow:
    """A world of some states, whose rows are read once and kept while it lasts."""

    def __init__(self, atlas: Atlas, states: tuple[int, ...]) -> None:
        self._atlas, self._states = atlas, states
        self._kept: dict[tuple[str, tuple[str, ...]], Columns] = {}

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Return the rows of a yearly table from `start` to `end` that the states need."""
        if name not in (*BY_PAIR, *BY_STATE):
            return self._atlas.years(name, start, end, columns)
        rows = self._read(name, columns)
        within = (rows["year"] >= start) & (rows["year"] <= end)
        return {column: array[within] for column, array in rows.items()}

    def rows(self, name: str) -> Columns:
        """Return all rows of a table that the states need."""
        return self._read(name)

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Return the rows of one measure that touch a span: spells are few, and read whole."""
        rows = self._read(name)
        touch = (rows["measure"] == measure) & (rows["start"] <= end) & (rows["end"] >= start)
        return {column: array[touch] for column, array in rows.items()}

    def _read(self, name: str, columns: Sequence[str] | None = None) -> Columns:
        key = name, tuple(columns or ())
        if key not in self._kept:
            self._kept[key] = self._atlas.rows(name, *self._where(name), columns)
        return self._kept[key]

    def _where(self, name: str) -> tuple[str, tuple[Any, ...]]:
        marks = ", ".join("?" for _ in self._states)
        if name in BY_PAIR:
            return f"a IN ({marks}) AND b IN ({marks})", (*self._states, *self._states)
        if name in BY_STATE:
            return f"cow IN ({marks})", self._states
        return "true", ()
