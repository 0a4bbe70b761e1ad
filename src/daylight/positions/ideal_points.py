"""Ask for the ideal points of states."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.periods import AsOf, as_of
from daylight.core.states import members
from daylight.core.status import MISSING, OBSERVED
from daylight.divergences.issues import ALL
from daylight.positions.issues import check, rows
from daylight.positions.records import IdealPointsTable
from daylight.store.atlas import Atlas, Columns, current
from daylight.store.schemas import VOTE_SETS, PointKind, VoteSet


def ideal_points(
    start: int | None = None,
    end: int | None = None,
    when: str | int | None = None,
    filtered: bool = False,
    votes: VoteSet = "all",
    issue: str = ALL,
    atlas: Atlas | None = None,
) -> IdealPointsTable:
    """Return where states stand in UN votes, on one scale, year by year.

    The scale is that of Bailey, Strezhnev and Voeten: higher is nearer the United States. From
    all votes, smoothed, all state-years together have mean 0 and standard deviation 1; filtered,
    all state-years up to each year have. Scales of issues are tied to these.

    Parameters
    ----------
    start, end : int, optional
        First and last year, both included; by default all that there are. The last year of
        the atlas may be incomplete: `n_votes` is small there.
    when : str or int, optional
        Only what was observable by this date: filtered estimates to the last full year.
    filtered : bool
        Estimates that use no vote later than their year, instead of smoothed ones.
    votes : {"all", "final-passage"}
        All roll calls, or those that adopted a whole text.
    issue : str
        ``all``; an issue (``me``, ``nu``, ``di``, ``hr``, ``co``, ``ec``); ``all-but-nu`` for all
        votes but nuclear ones; or ``important`` for those important to the United States. All
        are on the metric of ``all``, so positions may be compared between them.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    BadInput
        For an unknown choice, an issue with final-passage votes, or `start` after `end`.
    OutsideCoverage
        For years or a date without estimates.
    AtlasDamaged
        When the atlas was built before there were scales by issue.

    References
    ----------
    Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61:430-456.

    Examples
    --------
    >>> found = ideal_points(2017, 2017)  # doctest: +SKIP
    >>> found.to_polars().columns[:4]  # doctest: +SKIP
    ['iso3', 'cow', 'year', 'issue']
    """
    one_of(votes, VOTE_SETS, "votes")
    check(issue, votes)
    book = atlas or current()
    date = None if when is None else as_of(when, book.last)
    kind: PointKind = "filtered" if filtered or date else "smoothed"
    found = rows(book, votes, kind, issue)
    first, last = _span(found["year"], start, end, date)
    return _table(found, first, last, date, kind, votes, issue, as_of(None, book.last).year)


def _span(
    years: NDArray[Any], start: int | None, end: int | None, date: AsOf | None
) -> tuple[int, int]:
    """Return the first and last year, checked against what there is."""
    low, high = int(years.min()), int(years.max())
    if date and date.year < low:
        raise OutsideCoverage(
            f"On {date} there was no full year of UN votes; choose a date from {low}-12-31 on."
        )
    high = min(high, date.year) if date else high
    first, last = (low if start is None else start), (high if end is None else end)
    if first > last:
        raise BadInput(f"start {first} is after end {last}; give the earlier year first.")
    if first < low or last > high:
        known = f" as of {date}" if date else ""
        raise OutsideCoverage(
            f"{first} to {last} is outside the ideal points{known}; "
            f"choose years from {low} to {high}."
        )
    return first, last


def _table(
    estimates: Columns,
    start: int,
    end: int,
    date: AsOf | None,
    kind: PointKind,
    votes: VoteSet,
    issue: str,
    full: int,
) -> IdealPointsTable:
    """Put the estimates of a span beside the states that have none."""
    keep = (estimates["year"] >= start) & (estimates["year"] <= end)
    found = {name: estimates[name][keep] for name in estimates}
    there = set(zip(found["year"].tolist(), found["cow"].tolist(), strict=True))
    gone = [(y, c) for y in range(start, end + 1) for c in members(y) if (y, c) not in there]
    lost = np.array(gone, np.int64).reshape(-1, 2)
    year = np.concatenate([found["year"].astype(np.int64), lost[:, 0]])
    cow = np.concatenate([found["cow"].astype(np.int64), lost[:, 1]])
    order = np.lexsort((cow, year))
    blank = np.full(len(lost), np.nan)
    numbers = {
        name: np.concatenate([found[name].astype(np.float64).round(3), blank])[order]
        for name in ("theta", "sd", "lo", "hi")
    }
    n_votes = np.concatenate([found["n_votes"].astype(np.int64), np.zeros(len(lost), np.int64)])
    status = np.where(order < len(found["year"]), OBSERVED, MISSING).astype(np.int8)
    return IdealPointsTable(
        start, end, date, kind, votes, issue, full, cow[order], year[order], **numbers,
        n_votes=n_votes[order], status=status,
    )  # fmt: skip
