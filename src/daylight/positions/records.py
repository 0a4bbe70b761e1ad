"""The records of where states stand in UN votes."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.core.status import Status
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """How estimates go with published ones.

    Attributes
    ----------
    file : str
    rows, published : int
        State-sessions in both, and in the file.
    overall : float
        Correlation over all of them.
    within_session : float
        Median of the correlations within a session.
    sd_ratio : float or None
        Median of our posterior sd over the published one, both in units of the spread of their
        positions; None where the file has no quantiles.
    by_year : bool
        Whether calendar years stand for the session that opened in them.
    """

    file: str
    rows: int
    published: int
    overall: float
    within_session: float
    sd_ratio: float | None
    by_year: bool

    def __str__(self) -> str:
        how = "; years stand for the session that opened in them" if self.by_year else ""
        ratio = "no quantiles in the file" if self.sd_ratio is None else f"{self.sd_ratio:.2f}"
        return (
            f"Compared with {self.file}: {self.rows:,} of its {self.published:,} rows{how}\n"
            f"correlation {self.overall:.4f} overall, {self.within_session:.4f} within session "
            f"(median); posterior sds, ours over theirs (median): {ratio}"
        )


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
