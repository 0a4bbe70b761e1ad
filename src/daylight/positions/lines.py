"""Ideal points in plain lines: the ends of the scale in one year, and what to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from daylight.core.states import get
from daylight.positions.records import IdealPoints, Position
from daylight.positions.words import ABOUT, shown_year, which
from daylight.say.dates import day
from daylight.say.lines import row, wrap
from daylight.say.numbers import with_interval

ENDS = 10
"""States shown at each end."""
DECIMALS = 2
NAME, CELL = 36, 27


def lines(points: IdealPoints) -> list[str]:
    """Return the states at both ends of the scale, with notes."""
    out = [str(points.comparison), ""] if points.comparison else []
    year = shown_year(points.positions, points.full)
    if year is None:
        return [*out, f"No ideal points for {points.start} to {points.end}."]
    known = [p for p in points.positions if p.theta is not None]
    dated = f", as of {day(points.request.as_of)}" if points.request.dated else ""
    out += [
        *wrap(f"Ideal points from UN votes{dated}: {year}, highest and lowest"),
        *wrap(f"{which(points.votes, points.issue)}; {ABOUT[points.kind]}"),
        *wrap(f"{len(known):,} estimates of {points.start} to {points.end}; all with --format csv"),
        "",
    ]
    shown = ranked(points.positions, year)
    top, rest = shown[:ENDS], shown[ENDS:]
    out += [line for p in top for line in _row(p)]
    if len(rest) > ENDS:
        out.append(f"  ... {len(rest) - ENDS} states between ...")
    out += [line for p in rest[-ENDS:] for line in _row(p)]
    notes = [c for c in points.caveats if c.kind in ("model", "data")]
    return [*out, "", *(line for c in notes for line in wrap(c.text))]


def ranked(positions: Sequence[Position], year: int) -> list[Position]:
    """Return the positions of a year, highest first."""
    shown = [p for p in positions if p.year == year and p.theta is not None]
    return sorted(shown, key=lambda p: -(p.theta or 0.0))


def _row(p: Position) -> list[str]:
    value, _, interval = with_interval(p.theta, p.lo, p.hi, DECIMALS).partition(" ")
    name = get(p.cow).label(date(p.year, 12, 31))
    return row(name, (f"{value:>6}  {interval}", f"{p.n_votes:4d} votes"), NAME, CELL)


def columns(points: IdealPoints) -> dict[str, list[Any]]:
    """Return one row for each state and year."""
    return table(points.positions, points.issue)


def table(positions: Sequence[Position], issue: str) -> dict[str, list[Any]]:
    """Return positions as columns; ``iso3`` is the COW abbreviation where there is no ISO code."""
    return {
        "iso3": [p.state for p in positions],
        "cow": [p.cow for p in positions],
        "year": [p.year for p in positions],
        "issue": [issue] * len(positions),
        "theta": [p.theta for p in positions],
        "sd": [p.sd for p in positions],
        "lo": [p.lo for p in positions],
        "hi": [p.hi for p in positions],
        "n_votes": [p.n_votes for p in positions],
        "status": [p.status for p in positions],
    }


def frame(positions: Sequence[Position]) -> Any:
    """Return positions as a Polars frame, to compare with published ones."""
    from daylight.show.frames import frame as made

    return made(table(positions, ""))
