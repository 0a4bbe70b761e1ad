"""Values of pairs of states as squares: one row for each state, one column for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import NUMBERS, newest
from daylight.core.states import lineage, members

Floats = NDArray[Any]
"""Of double precision; draws are of single."""
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Columns = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, eq=False, slots=True)
class Roll:
    """The states of a year.

    Attributes
    ----------
    year : int
    cows : ndarray of int
        Today's numbers in rising order; their places are the rows and columns of squares.
    place : ndarray of int
        By any number of a state: its row, -1 where it is not in the year.
    """

    year: int
    cows: Ints
    place: Ints

    @classmethod
    def of(cls, year: int) -> Roll:
        """Return the states that were in the system at any time in a year."""
        cows = np.unique([newest(cow) for cow in members(year)]).astype(np.int64)
        place = np.full(NUMBERS, -1)
        for row, cow in enumerate(cows.tolist()):
            place[[number for number, _, _ in lineage(cow)]] = row
        return cls(year, cows, place)

    def __len__(self) -> int:
        return len(self.cows)

    def at(self, cow: int) -> int | None:
        """Return the row of a state by any of its numbers; None where it is not in the year."""
        row = int(self.place[cow])
        return None if row < 0 else row

    def rows(self, cows: NDArray[Any]) -> Ints:
        """Return the row of each number, -1 for states that are not in the year."""
        return self.place[np.asarray(cows, np.int64)]

    def by_state(self, cows: NDArray[Any], values: NDArray[Any]) -> Floats:
        """Return one value for each state, NaN where there is none."""
        out, at = np.full(len(self), np.nan), self.rows(cows)
        out[at[at >= 0]] = np.asarray(values, float)[at >= 0]
        return out

    def square(self, pairs: Columns, forward: Floats, back: Floats | None = None) -> Floats:
        """Return values of pairs as a square.

        Parameters
        ----------
        pairs : mapping
            With the COW numbers ``a`` and ``b``.
        forward, back : ndarray of float
            Value of a towards b, and of b towards a; the same by default.

        Returns
        -------
        ndarray
            Value of the row's state towards the column's; NaN where there is none.
        """
        out = np.full((len(self), len(self)), np.nan)
        a, b = (self.rows(pairs[side]) for side in ("a", "b"))
        there = (a >= 0) & (b >= 0) & (a != b)
        out[a[there], b[there]] = forward[there]
        out[b[there], a[there]] = (forward if back is None else back)[there]
        return out
