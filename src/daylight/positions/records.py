"""The result of asking for ideal points: a small frozen table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from daylight.core.periods import AsOf
from daylight.core.states import get
from daylight.core.status import STATUSES
from daylight.store.schemas import PointKind, VoteSet

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class IdealPointsTable:
    """Ideal points of all states by year, oldest first, then by COW number.

    Attributes
    ----------
    start, end : int
        First and last year asked for.
    as_of : AsOf or None
        The date that the estimates answer for, where one was given.
    kind : {"smoothed", "filtered"}
        Smoothed estimates use the votes of all years, filtered ones none later than the row's.
    votes : {"all", "final-passage"}
        The roll calls behind the estimates.
    issue : str
        A key of :data:`daylight.positions.issues.ISSUES`.
    full : int
        Last full year of the atlas; later rows rest on the votes of part of a year.
    cow, year : ndarray of int
    theta, sd, lo, hi : ndarray of float
        Position, its standard deviation and 90 % interval; NaN where nothing is known.
    n_votes : ndarray of int
        The state's votes that stand behind the row: below ten the row is thin.
    status : ndarray of int
        Codes of :data:`daylight.core.status.STATUSES`: a member of the state system without
        an informative vote that year has a row that is ``missing``.
    """

    start: int
    end: int
    as_of: AsOf | None
    kind: PointKind
    votes: VoteSet
    issue: str
    full: int
    cow: NDArray[np.int64]
    year: NDArray[np.int64]
    theta: NDArray[np.float64]
    sd: NDArray[np.float64]
    lo: NDArray[np.float64]
    hi: NDArray[np.float64]
    n_votes: NDArray[np.int64]
    status: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.theta)

    def to_polars(self) -> pl.DataFrame:
        """Return the frame: iso3, cow, year, issue, theta, sd, lo, hi, n_votes, status.

        ``iso3`` is the COW abbreviation where there is no ISO code; numbers that are not
        known are null.
        """
        import polars as pl

        codes = {cow: get(cow).code for cow in np.unique(self.cow).tolist()}
        size = len(self)
        numbers = {name: getattr(self, name) for name in ("theta", "sd", "lo", "hi")}
        return pl.DataFrame(
            {
                "iso3": pl.Series([codes[c] for c in self.cow.tolist()], dtype=pl.String),
                "cow": self.cow.astype(np.int16),
                "year": self.year.astype(np.int16),
                "issue": pl.Series([self.issue] * size, dtype=pl.String),
                **{name: pl.Series(array).fill_nan(None) for name, array in numbers.items()},
                "n_votes": self.n_votes.astype(np.uint16),
                "status": pl.Series([STATUSES[k] for k in self.status], dtype=pl.String),
            }
        )

    def __str__(self) -> str:
        from daylight.positions.text import table_text

        return table_text(self)
