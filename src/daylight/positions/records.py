"""The records of where states stand in UN votes."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.core.status import Status
from daylight.positions.compare import Comparison
from daylight.store.schemas import PointKind, VoteSet


@dataclass(frozen=True, slots=True)
class Position:
    """The position of one state in one year.

    Attributes
    ----------
    state : str
        ISO3 code, or the COW abbreviation where there is none.
    cow, year : int
    theta, sd, lo, hi : float or None
        Position, its standard deviation and 90 % interval; None where nothing is known.
    n_votes : int
        The state's votes that stand behind it: below ten it is thin.
    status : Status
        A member of the state system without an informative vote that year is ``missing``.
    """

    state: str
    cow: int
    year: int
    theta: float | None
    sd: float | None
    lo: float | None
    hi: float | None
    n_votes: int
    status: Status


@dataclass(frozen=True, kw_only=True, repr=False)
class IdealPoints(Answer):
    """Ideal points of all states by year, oldest first, then by COW number.

    Attributes
    ----------
    start, end : int
        First and last year asked for.
    kind : {"smoothed", "filtered"}
        Smoothed estimates use the votes of all years, filtered ones none later than the row's.
    votes : {"all", "final-passage"}
        The roll calls behind the estimates.
    issue : str
        A key of :data:`daylight.positions.issues.ISSUES`.
    full : int
        Last full year of the atlas; later rows rest on the votes of part of a year.
    positions : tuple of Position
    comparison : Comparison or None
        How they go with a published file, where one was given.
    """

    start: int
    end: int
    kind: PointKind
    votes: VoteSet
    issue: str
    full: int
    positions: tuple[Position, ...]
    comparison: Comparison | None

    def __len__(self) -> int:
        return len(self.positions)
