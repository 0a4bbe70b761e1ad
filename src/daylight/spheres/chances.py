"""The chance that a state lies within the sphere of another, kept small for many askings.

A folder of articles asks for many pairs in few years. What a year's pulls might be takes a quarter
of a second to draw and 50 MB to hold; who leads on whom in them is a few hundred kilobytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

import numpy as np

from daylight.core.refs import StateRef
from daylight.ledgers.years import FIRST
from daylight.pulls.leading import DIMENSIONS_WITHIN, LEAST, leads
from daylight.pulls.pulls import DIMENSIONS, TABLES, Dimension, Leaning, Pulls, pulls_of
from daylight.pulls.square import Bools, Columns, Floats, Ints, Roll
from daylight.spheres.drawn import drawn
from daylight.store.atlas import Atlas
from daylight.store.older import holds
from daylight.store.schemas import table

READ = {
    "ledger_items": ("promise_", "troops_", "side_by_side_", "arms_"),
    "ledgers": ("military_conflict", "political_cooperation", "political_conflict"),
}
"""How the columns begin from which pulls are made; reading all takes five times as long."""
KEYS = ("a", "b", "year")
LEANINGS: tuple[Leaning, ...] = get_args(Leaning)


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely a state lies within the sphere of a power, and in what the power leads on it."""

    chance: float
    leads: tuple[Dimension, ...]


@dataclass(frozen=True, eq=False, slots=True)
class _Led:
    """Who leads on whom in a year, as in :class:`daylight.pulls.leading.Leads`.

    Attributes
    ----------
    roll : Roll
    best, drawn : dict of str to ndarray of int
    powers : ndarray of int
    places : ndarray, shape (n, n)
        Political pull.
    """

    roll: Roll
    best: dict[Dimension, Floats]
    drawn: dict[Dimension, Floats]
    powers: Ints
    places: Floats

    def on(self, row: int, column: int) -> tuple[Dimension, ...]:
        """Return in what a state has the lead on another."""
        found = {d: bool(self.best[d][row] == column) for d in DIMENSIONS}
        if column not in self.powers:  # in politics it is then set against the powers
            places = np.nan_to_num(self.places[row])
            most = places[self.powers].max(initial=-1)
            found["political"] = bool(
                places[column] > most and places[column] >= LEAST["political"]
            )
        return tuple(d for d in DIMENSIONS if found[d])

    def might(self, row: int, column: int) -> Bools | None:
        """Return whether a state might lie in the sphere of another, by draws; None if not kept."""
        counts = sum((self.drawn[d][:, row] == column).astype(int) for d in LEANINGS)
        if column in self.powers:
            counts = counts + (self.drawn["political"][:, row] == column)
        elif (np.asarray(counts) == DIMENSIONS_WITHIN - 1).any():
            return None
        return np.asarray(counts) >= DIMENSIONS_WITHIN


@dataclass(frozen=True, slots=True)
class _Narrow:
    """An atlas of which only the columns are read that pulls are made from."""

    atlas: Atlas

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Return the rows of a yearly table."""
        if name not in READ or columns is not None:
            return self.atlas.years(name, start, end, columns)
        wanted = [c for c in table(name).columns if c in KEYS or c.startswith(READ[name])]
        return self.atlas.rows(name, "year BETWEEN ? AND ?", (start, end), wanted)

    def rows(self, name: str) -> Columns:
        """Return all rows of a table."""
        return self.atlas.rows(name)

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Return the rows of ties."""
        return self.atlas.ties(name, measure, start, end)


def chance_within(atlas: Atlas, year: int, state: StateRef, power: StateRef) -> Chance | None:
    """Return the chance that a state lay within the sphere of a power in a year.

    Parameters
    ----------
    atlas : Atlas
    year : int
        Within the years of the ledgers, or before.
    state, power : StateRef

    Returns
    -------
    Chance or None
        The same as :func:`daylight.spheres.between.between` has; None where that has none.
    """
    if year < FIRST or not all(holds(atlas.manifest, name) for name in TABLES):
        return None
    led = _led(atlas, year)
    row, column = led.roll.at(state.cow), led.roll.at(power.cow)
    if row is None or column is None:
        return None
    might = led.might(row, column)
    if might is None:  # one of the draws hangs on politics, of which too much would be kept
        seen = _pulls(atlas, year)
        found = drawn(seen, leads(seen, column), row, column)
        return Chance(found.chance, found.leads)
    return Chance(round(float(np.mean(might)), 2), led.on(row, column))


@lru_cache(maxsize=1)
def _pulls(atlas: Atlas, year: int) -> Pulls:
    return pulls_of(_Narrow(atlas), year)


@lru_cache(maxsize=96)
def _led(atlas: Atlas, year: int) -> _Led:
    seen = _pulls(atlas, year)
    found = leads(seen)
    best, drawn = (
        {d: who.astype(np.int16) for d, who in of.items()} for of in (found.best, found.drawn)
    )
    return _Led(seen.roll, best, drawn, found.powers, seen.political)
