"""The question where states stand in UN votes, year by year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.lazy import load
from daylight.core.periods import AsOf
from daylight.core.periods import as_of as newest
from daylight.core.request import Request, dated, request
from daylight.core.states import code_in, members
from daylight.core.status import Status
from daylight.measures.issues import ALL
from daylight.positions.issues import check, rows
from daylight.positions.records import IdealPoints, Position
from daylight.positions.view import VIEW
from daylight.positions.words import caveats, summary
from daylight.say.dates import day
from daylight.store.atlas import Atlas, Columns, current
from daylight.store.notes import of_tables, source_notes
from daylight.store.schemas import VOTE_SETS, PointKind, VoteSet


@dated
def ideal_points(
    start: int | None = None,
    end: int | None = None,
    as_of: str | int | date | None = None,
    filtered: bool = False,
    votes: VoteSet = "all",
    issue: str = ALL,
    compare: str | Path | None = None,
    atlas: Atlas | None = None,
) -> IdealPoints:
    """Return where states stand in UN votes, on one scale, year by year.

    The scale is that of Bailey, Strezhnev and Voeten: higher is nearer the United States. From
    all votes, smoothed, all state-years together have mean 0 and standard deviation 1; filtered,
    all state-years up to each year have. Scales of issues are tied to these.

    Parameters
    ----------
    start, end : int, optional
        First and last year, both included; by default all that there are. The last year of
        the atlas may be incomplete: `n_votes` is small there.
    as_of : str, int or date, optional
        Only what was observable by this date: filtered estimates to the last full year.
    filtered : bool
        Estimates that use no vote later than their year, instead of smoothed ones.
    votes : {"all", "final-passage"}
        All roll calls, or those that adopted a whole text.
    issue : str
        ``all``; an issue (``me``, ``nu``, ``di``, ``hr``, ``co``, ``ec``); ``all-but-nu`` for all
        votes but nuclear ones; or ``important`` for those important to the United States. All
        are on the metric of ``all``, so positions may be compared between them.
    compare : str or Path, optional
        A file of published ideal points to compare with; for an issue, one of that issue.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    BadInput
        For an unknown choice, an issue with final-passage votes, or `start` after `end`.
    OutsideCoverage
        For years or a date without estimates.
    AtlasTooOld
        When the atlas was built before there were scales by issue.

    References
    ----------
    Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61:430-456.

    Examples
    --------
    >>> answer = ideal_points(2017, 2017)  # doctest: +SKIP
    >>> answer.to_polars().columns[:4]  # doctest: +SKIP
    ['iso3', 'cow', 'year', 'issue']
    """
    one_of(votes, VOTE_SETS, "votes")
    check(issue, votes)
    atlas = atlas or current()
    options = {
        "start": start,
        "end": end,
        "filtered": filtered,
        "votes": None if votes == "all" else votes,
        "issue": None if issue == ALL else issue,
        "compare": None if compare is None else str(compare),
    }
    asked = request(
        "ideal_points", (), as_of, atlas.scope, options=options, dated=as_of is not None
    )
    return ask(asked, atlas)


def ask(asked: Request, atlas: Atlas) -> IdealPoints:
    """Answer a request about all states.

    Parameters
    ----------
    asked : Request
        With the options of :func:`ideal_points`, or without.
    atlas : Atlas
    """
    chosen = asked.options
    votes, issue = chosen.get("votes", "all"), chosen.get("issue", ALL)
    kind: PointKind = "filtered" if chosen.get("filtered") or asked.dated else "smoothed"
    estimates = rows(atlas, votes, kind, issue)
    limit = asked.when if asked.dated else None
    first, last = _span(estimates["year"], chosen.get("start"), chosen.get("end"), limit)
    full = newest(None, atlas.last).year
    positions = _positions(estimates, first, last)
    comparison = None
    if "compare" in chosen:
        against = load("daylight.positions.compare:compare")
        frame = load("daylight.positions.lines:frame")(positions)
        comparison = against(frame, Path(chosen["compare"]), votes, issue)
    return IdealPoints(
        request=asked,
        answer=summary(positions, full, issue, votes, comparison),
        start=first,
        end=last,
        kind=kind,
        votes=votes,
        issue=issue,
        full=full,
        positions=positions,
        comparison=comparison,
        caveats=tuple(caveats(positions, full, kind, issue)),
        sources=source_notes(atlas, _supports(), asked.year if asked.dated else full),
        view=VIEW,
    )


def _supports() -> dict[str, tuple[str, ...]]:
    parts = ("/positions", "/comparison")
    return dict.fromkeys(parts, of_tables("ideal_points"))


def _span(
    years: NDArray[Any], start: int | None, end: int | None, limit: AsOf | None
) -> tuple[int, int]:
    """Return the first and last year, checked against what there is."""
    low, high = int(years.min()), int(years.max())
    if limit and limit.year < low:
        raise OutsideCoverage(
            f"On {day(limit.date)} there was no full year of UN votes; choose a date from "
            f"{low}-12-31 on."
        )
    high = min(high, limit.year) if limit else high
    first, last = (low if start is None else start), (high if end is None else end)
    if first > last:
        raise BadInput(f"start {first} is after end {last}; give the earlier year first.")
    if first < low or last > high:
        known = f" as of {day(limit.date)}" if limit else ""
        raise OutsideCoverage(
            f"{first} to {last} is outside the ideal points{known}; "
            f"choose years from {low} to {high}."
        )
    return first, last


def _positions(estimates: Columns, start: int, end: int) -> tuple[Position, ...]:
    """Put the estimates of a span beside the states that have none."""
    keep = (estimates["year"] >= start) & (estimates["year"] <= end)
    names = ("year", "cow", "theta", "sd", "lo", "hi", "n_votes")
    columns = [estimates[name][keep] for name in names]
    numbers = [c.astype(np.float64).round(3).tolist() for c in columns[2:6]]
    years, cows, votes = (columns[k].astype(np.int64).tolist() for k in (0, 1, 6))
    seen: Status = "observed"
    columned = zip(years, cows, *numbers, votes, strict=True)
    known = {
        (year, cow): Position(code_in(cow, year), cow, year, theta, sd, lo, hi, n, seen)
        for year, cow, theta, sd, lo, hi, n in columned
    }
    lost = {
        (year, cow): Position(code_in(cow, year), cow, year, None, None, None, None, 0, "missing")
        for year in range(start, end + 1)
        for cow in members(year)
        if (year, cow) not in known
    }
    together = known | lost
    return tuple(together[key] for key in sorted(together))
