"""Points and statuses of all items as arrays of pairs by years, one row a pair by lineage."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.core.status import OBSERVED, STRUCTURAL_ZERO
from daylight.ledgers.grid import lineages, pair_numbers
from daylight.ledgers.items import ITEMS
from daylight.ledgers.years import FIRST, LAST

Bools = NDArray[np.bool_]
Points = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cube:
    """Items of all pairs in all years from :data:`FIRST` to :data:`LAST`.

    Attributes
    ----------
    keys : ndarray
        1000 times the lower of today's two COW numbers, and the higher, rising; shape (n,).
    alive : ndarray
        Whether both were in the system that year; shape (n, years), as all that follow.
    points : mapping of str to ndarray
        Points by item, NaN where nothing is known. What is not seen is a floor.
    seen : mapping of str to ndarray
        Whether the value of the year is observed, or known to be none.
    free : ndarray
        Years since the first that were not held (:mod:`daylight.ledgers.faults`): what a past
        fades by.
    near : ndarray
        Whether the two are neighbours, or close by; shape (n,).
    unit, year : ndarray
        Where each row of the frame that it was made of stands.
    """

    keys: Ints
    alive: Bools
    points: Mapping[str, Points]
    seen: Mapping[str, Bools]
    free: NDArray[np.float32]
    near: Bools
    unit: Ints
    year: Ints

    def rows(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """Return values of pairs by years as a column of the frame."""
        column: NDArray[np.generic] = values[self.unit, self.year]
        return column

    def blind(self, item: str, after: int) -> Cube:
        """Return the cube as if the sources of an item had ended with the year index `after`."""
        seen, points = self.seen[item].copy(), self.points[item].copy()
        seen[:, after + 1 :], points[:, after + 1 :] = False, np.nan
        return replace(self, seen={**self.seen, item: seen}, points={**self.points, item: points})


def cube(points: pl.DataFrame, held: pl.Series, near: Collection[int] = ()) -> Cube:
    """Return the cube of a frame.

    Parameters
    ----------
    points : DataFrame
        From :func:`daylight.ledgers.points.points`.
    held : Series
        Column `held` of the raw values, in the same order.
    near : collection of int
        Keys of pairs that are near each other.

    Notes
    -----
    In the year of a change of number a pair has two rows; both stand for one, and hold the values
    of the newer number.
    """
    lined = lineages(points.select("a", "b", "year"))
    keys, unit = np.unique(pair_numbers(lined), return_inverse=True)
    year = lined["year"].to_numpy().astype(np.int64) - FIRST
    newest = lined.select((pl.col("a") == pl.col("one")) & (pl.col("b") == pl.col("two")))
    last = np.argsort(newest.to_series().to_numpy(), kind="stable")
    at = unit[last], year[last]
    shape = len(keys), LAST - FIRST + 1
    alive, kept = np.zeros(shape, bool), np.zeros(shape, bool)
    alive[at], kept[at] = True, held.to_numpy()[last]
    values: dict[str, Points] = {}
    seen: dict[str, Bools] = {}
    for item in ITEMS:
        values[item.name] = np.full(shape, np.nan, np.float32)
        values[item.name][at] = points[item.name].to_numpy()[last]
        seen[item.name] = np.zeros(shape, bool)
        status = points[item.status].to_numpy()[last]
        seen[item.name][at] = (status == OBSERVED) | (status == STRUCTURAL_ZERO)
    free = (np.arange(shape[1]) - np.cumsum(kept, axis=1)).astype(np.float32)
    close = np.isin(keys, np.array(sorted(near), np.int64))
    return Cube(keys, alive, values, seen, free, close, unit, year)
