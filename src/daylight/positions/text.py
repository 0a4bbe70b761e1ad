"""Ideal points as text: the ends of the scale in the last full year, and what to know."""

from __future__ import annotations

import numpy as np

from daylight.core.states import get
from daylight.core.status import OBSERVED
from daylight.core.text import wrap
from daylight.divergences.issues import ALL
from daylight.positions.issues import ISSUES
from daylight.positions.records import IdealPointsTable

ENDS = 10
THIN = 10
ABOUT = {
    "smoothed": "smoothed: each estimate uses the votes of all years, later ones too",
    "filtered": "filtered: no estimate uses a later vote",
}


UNITS = {
    "smoothed": "standard deviations of all state-years",
    "filtered": "standard deviations of all state-years up to each year",
}


def table_text(table: IdealPointsTable) -> str:
    """Return the states at both ends of the scale in the last year, with notes."""
    rows = np.flatnonzero(table.status == OBSERVED)
    if not len(rows):
        return f"No ideal points for {table.start} to {table.end}: nothing was put to a vote."
    years = table.year[rows]
    over = years[years <= table.full]
    last = int(over.max() if len(over) else years.max())
    here = rows[years == last]
    here = here[np.argsort(-table.theta[here], kind="stable")]
    short = len(here) > 2 * ENDS
    lines = [_row(table, k) for k in (here[:ENDS] if short else here).tolist()]
    if short:
        lines += [f"  ... {len(here) - 2 * ENDS} states between ..."]
        lines += [_row(table, k) for k in here[-ENDS:].tolist()]
    return "\n".join([*_head(table, last, len(rows)), "", *lines, "", *_notes(table, last)])


def _head(table: IdealPointsTable, last: int, rows: int) -> list[str]:
    date = f", as of {table.as_of}" if table.as_of else ""
    return [
        f"Ideal points from UN votes{date}: {last}, highest and lowest",
        f"{_which(table)}; {ABOUT[table.kind]}",
        f"{rows:,} estimates of {table.start} to {table.end}; all with --format csv",
    ]


def _which(table: IdealPointsTable) -> str:
    return f"{table.votes} votes" if table.issue == ALL else ISSUES[table.issue]


def _row(table: IdealPointsTable, k: int) -> str:
    name = get(int(table.cow[k])).label()[:34]
    interval = f"({table.lo[k]:.2f} to {table.hi[k]:.2f})"
    return f"{name:36}{table.theta[k]:6.2f}  {interval:18} {table.n_votes[k]:4d} votes"


def _notes(table: IdealPointsTable, last: int) -> list[str]:
    lines = wrap(f"Unit: {UNITS[table.kind]}; higher is nearer the United States.")
    lines += ["Intervals hold the true position with a probability of 90 % under the model."]
    if table.issue != ALL:
        lines += ["The scale is tied to that of all votes: compare distances between issues."]
    seen = (table.status == OBSERVED) & (table.year == last)
    thin = int((table.n_votes[seen] < THIN).sum())
    open_year = table.year > table.full
    if open_year.any():
        most = int(table.n_votes[open_year].max())
        lines += [f"{table.full + 1} is not over: no state has more than {most} votes there."]
    if thin:
        lines += [f"States with fewer than {THIN} votes in {last}: {thin}."]
    return lines
