"""Measures of the distance between the ideal points of two states.

How the interval of a distance is made, and what it assumes: :mod:`daylight.stats.gaps`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.measures.measure import Measure, Values, World
from daylight.stats.gaps import Interval, distance

BAILEY = "Bailey, Strezhnev & Voeten 2017, Journal of Conflict Resolution 61:430-456"
ABOUT_ISSUE = """
Distance between the ideal points of two states in UN votes on {}.

In units of the scale of all votes, to which every issue is tied: compare it with the distance on
another issue, or with `ideal_point_gap`. From smoothed estimates, each of which uses the votes of
all years.
"""
RECODED = """
Codes after 2019 are our own mapping and cannot be compared with those before.
"""


def position_gap(name: str, title: str, kind: str, about: str, issue: str = "all") -> Measure:
    """Return the measure of distance between estimates of this `kind` on an issue.

    All issues are on one metric, so distances may be compared between them.
    """
    return Measure(
        name=name,
        title=title,
        unit="standard deviations of the scale",
        about=about,
        low=0.0,
        high=float("inf"),
        directed=False,
        undirected="same",
        table="ideal_points",
        absence="missing",
        interval="posterior of both positions, folded at zero",
        citation=BAILEY,
        method="ideal-points",
        compute=_gaps(kind, issue),
    )


def issue_gap(issue: str, topic: str, votes_on: str = "", recoded: bool = False) -> Measure:
    """Return the measure of distance in the votes on one issue.

    Parameters
    ----------
    issue : str
        Code of the issue.
    topic : str
        The issue in a title.
    votes_on : str
        The issue in a sentence, where it is said differently.
    recoded : bool
        Whether the issue is coded by our own mapping after 2019.
    """
    about = ABOUT_ISSUE.format(votes_on or topic)
    return position_gap(
        f"ideal_point_gap_{issue}",
        f"Ideal-point distance: {topic}",
        "smoothed",
        about + RECODED if recoded else about,
        issue,
    )


def _gaps(kind: str, issue: str) -> Callable[[World, int, int], Values]:
    def compute(world: World, start: int, end: int) -> Values:
        rows = world.years("ideal_points", start, end)
        keep = (rows["kind"] == kind) & (rows["votes"] == "all") & (rows["issue"] == issue)
        chosen = {name: np.asarray(rows[name])[keep] for name in rows}
        first, second = pairs(chosen["year"], chosen["cow"])
        point, lo, hi = (chosen[name].astype(float) for name in ("theta", "lo", "hi"))
        apart = distance(*(Interval(point[k], lo[k], hi[k]) for k in (first, second)))
        n = chosen["n_votes"].astype(np.int64)
        return Values(
            chosen["cow"][first].astype(np.int64),
            chosen["cow"][second].astype(np.int64),
            chosen["year"][first].astype(np.int64),
            apart.value,
            apart.lo,
            apart.hi,
            np.minimum(n[first], n[second]),
            np.zeros(len(first), np.int8),
        )

    return compute


def pairs(year: NDArray[Any], cow: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the row numbers of all pairs of states of one year, the lower COW number first."""
    order = np.lexsort((cow, year))
    edges = np.flatnonzero(np.diff(year[order], prepend=np.nan)).tolist()
    none = np.zeros(0, np.int64)
    firsts, seconds = [none], [none]
    for begin, stop in pairwise([*edges, len(order)]):
        i, k = np.triu_indices(stop - begin, 1)
        firsts.append(order[begin + i])
        seconds.append(order[begin + k])
    return np.concatenate(firsts), np.concatenate(seconds)


POSITIONS: tuple[Measure, ...] = (
    position_gap(
        "ideal_point_gap",
        "Ideal-point distance",
        "smoothed",
        """
        Distance between the ideal points of two states in UN votes, in standard deviations.

        From smoothed estimates, each of which uses the votes of all years: the best description of
        the past. To forecast, or to say what was known at a date, use `ideal_point_gap_filtered`.
        The years up to the last full one are covered.
        """,
    ),
    position_gap(
        "ideal_point_gap_filtered",
        "Ideal-point distance (votes to date)",
        "filtered",
        """
        Distance between the ideal points of two states, from votes up to that year only.

        For forecasts and for what was known at a date: no later vote enters an estimate. It is
        less precise than `ideal_point_gap`, and its scale is that of the votes up to the year.
        """,
    ),
    issue_gap("me", "Middle East", "the Middle East"),
    issue_gap("nu", "nuclear questions"),
    issue_gap("di", "arms and disarmament"),
    issue_gap("hr", "human rights"),
    issue_gap("co", "colonialism", recoded=True),
    issue_gap("ec", "development", recoded=True),
)
