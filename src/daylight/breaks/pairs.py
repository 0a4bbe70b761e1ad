"""Pairs of states by years as arrays: one row a pair of lineages, and values placed on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.breaks.kinds import BACK
from daylight.ledgers.grid import PAIR_YEAR, lineages, pair_numbers, pair_years
from daylight.ledgers.years import FIRST as ORIGIN
from daylight.ledgers.years import LAST

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
FIRST = ORIGIN - BACK
YEARS = LAST - FIRST + 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of lineages, and the years from :data:`FIRST` to :data:`LAST`.

    Attributes
    ----------
    keys : ndarray
        :func:`daylight.core.lineages.pair_number` of each, rising; shape (n,).
    alive : ndarray
        Whether both were in the system that year; shape (n, years).
    numbers : ndarray
        COW numbers of the year, the lower first, 0 where not alive; shape (2, n, years).
    """

    keys: Ints
    alive: Bools
    numbers: Ints

    def placed(self, rows: pl.DataFrame, column: str = "value", absent: float = np.nan) -> Floats:
        """Return the highest value of each pair and year.

        Parameters
        ----------
        rows : DataFrame
            a < b, year, by the numbers of the time, and the column. Years outside, and states
            outside the system, are left out.
        absent : float
            Value of a pair and year without a row.
        """
        years = rows.filter(pl.col("year").is_between(FIRST, LAST)).drop_nulls(column)
        unit, at = self._where(years)
        there = unit >= 0
        values = years[column].to_numpy().astype(float)[there]
        out = np.full(self.alive.shape, -np.inf)
        np.maximum.at(out, (unit[there], at[there]), values)
        out[out == -np.inf] = absent
        return out

    def _where(self, rows: pl.DataFrame) -> tuple[Ints, Ints]:
        """Return the row, or -1, and the column of each pair and year."""
        key, year = _numbers(rows), rows["year"].to_numpy().astype(np.int64) - FIRST
        unit = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        return np.where(self.keys[unit] == key, unit, -1), year


def all_pairs(grid: pl.DataFrame | None = None) -> Pairs:
    """Return the pairs of the state system.

    Parameters
    ----------
    grid : DataFrame, optional
        a < b, year: other pairs and years, for tests.
    """
    rows = pair_years(FIRST, LAST) if grid is None else grid
    keys, unit = np.unique(_numbers(rows), return_inverse=True)
    year = rows["year"].to_numpy().astype(np.int64) - FIRST
    alive = np.zeros((len(keys), YEARS), bool)
    numbers = np.zeros((2, len(keys), YEARS), np.int64)
    alive[unit, year] = True
    # in the year of a change of number the rows of both stand for one; the later row wins
    for side, name in enumerate(("a", "b")):
        numbers[side, unit, year] = rows[name].to_numpy()
    return Pairs(keys, alive, numbers)


def _numbers(rows: pl.DataFrame) -> Ints:
    return pair_numbers(lineages(rows.select(PAIR_YEAR)))


def bits(marks: Iterable[Bools]) -> Ints:
    """Return several marks as the bits of one number, the first lowest."""
    found: Ints = np.sum([mark.astype(np.int64) << k for k, mark in enumerate(marks)], axis=0)
    return found


def within(marks: Bools, years: int) -> Bools:
    """Return whether any of the last `years` years up to each, itself included, is marked."""
    total = np.cumsum(np.pad(marks.astype(np.int64), ((0, 0), (years, 0))), axis=1)
    found: Bools = total[:, years:] - total[:, :-years] > 0
    return found
