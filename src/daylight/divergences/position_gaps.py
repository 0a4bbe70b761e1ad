"""How far apart two states stand in UN votes, by issue on one scale, and whether it is a record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Estimate
from daylight.core.lineages import numbers, numbers_in, years_of_membership
from daylight.core.periods import AsOf, as_of
from daylight.measures.issues import ALL, SCALES
from daylight.measures.positions import pairs
from daylight.measures.votes import AGENDA_BREAK
from daylight.stats.gaps import Interval, distance
from daylight.stats.ranks import share_below
from daylight.stats.records import paths, record
from daylight.store.atlas import Atlas, Columns

Kind = Literal["filtered", "smoothed"]
SURE = 0.9
LEAST_YEARS = 5
"""A record of fewer years is not worth a word."""


@dataclass(frozen=True, slots=True)
class PositionGap:
    """Distance between the positions of two states on one scale, in its last year.

    Attributes
    ----------
    issue, title : str
    year : int
    gap : Estimate
        In standard deviations of the common scale, with `n` the votes of the side with fewer.
    percentile : Estimate
        Percentage of pairs of the year that are nearer to each other, at the gap and at the
        ends of its interval.
    """

    issue: str
    title: str
    year: int
    gap: Estimate
    percentile: Estimate


@dataclass(frozen=True, slots=True)
class GapRecord:
    """Whether the distance over all votes in a year is a record.

    Attributes
    ----------
    year, first : int
        The year, and the first with positions of both.
    kind : {"filtered", "smoothed"}
        Filtered positions of different years are taken as independent, which makes records
        less sure; smoothed ones come with their correlation.
    closest, farthest : float or None
        Probability that the gap of the year is the smallest, or largest, since `first`.
    closest_since, farthest_since : int or None
        Earliest year back to which it is the smallest, or largest, with at least 90 %; None
        where that reaches back less than five years.
    reason : str
        Why nothing is said; empty where something is.
    """

    year: int
    first: int
    kind: Kind
    closest: float | None
    farthest: float | None
    closest_since: int | None
    farthest_since: int | None
    reason: str


def position_gaps(atlas: Atlas, a: int, b: int, year: int) -> tuple[PositionGap, ...]:
    """Return the distance of two states on every scale in a year, from no later vote.

    In a year in which a state changed its number its position is that of the later number that
    has one. A scale on which either cast no informative vote that year is left out.
    """
    rows = atlas.rows("ideal_points", "votes = 'all' AND kind = 'filtered' AND year = ?",
                      (year,))  # fmt: skip
    gaps = (_on(rows, issue, year, a, b) for issue in SCALES)
    return tuple(one for one in gaps if one)


def _on(rows: Columns, issue: str, year: int, a: int, b: int) -> PositionGap | None:
    keep = np.flatnonzero(rows["issue"] == issue)
    cow = rows["cow"][keep]
    found = set(cow.tolist())
    one, two = (_held(state, year, found) for state in (a, b))
    if one is None or two is None:
        return None
    i, k = pairs(rows["year"][keep], cow)
    point, lo, hi = (rows[name][keep].astype(float) for name in ("theta", "lo", "hi"))
    apart = distance(*(Interval(point[n], lo[n], hi[n]) for n in (i, k)))
    row = int(np.flatnonzero(np.isin(cow[i], (one, two)) & np.isin(cow[k], (one, two)))[0])
    ends = (float(apart.value[row]), float(apart.lo[row]), float(apart.hi[row]))
    places = share_below(np.array(ends), apart.value).tolist()
    votes = rows["n_votes"][keep]
    n = int(min(votes[i[row]], votes[k[row]]))
    at, bottom, top = (round(x, 3) for x in ends)
    place, below, above = (round(x, 1) for x in places)
    return PositionGap(
        issue, SCALES[issue], year, Estimate(at, bottom, top, n), Estimate(place, below, above)
    )


def _held(state: int, year: int, found: Collection[int]) -> int | None:
    """Return the newest number of a state in a year that is found; its own, before it was one."""
    held = [n for n in numbers_in(state, year, year) or (state,) if n in found]
    return held[-1] if held else None


def gap_record(atlas: Atlas, a: int, b: int, when: AsOf) -> GapRecord | None:
    """Return whether the distance over all votes is a record; None without two years of it."""
    newest = when.year == as_of(None, atlas.last).year
    kind: Kind = "smoothed" if newest else "filtered"
    one, two = (_path(atlas, cow, when.year, kind) for cow in (a, b))
    own = years_of_membership(a, when.year) & years_of_membership(b, when.year)
    years = sorted(set(one) & set(two) & own)
    if len(years) < 2 or years[-1] != when.year:
        return None
    if years[-1] >= AGENDA_BREAK > years[0]:
        reason = f"the agenda of recorded votes changed in {AGENDA_BREAK}"
        return GapRecord(years[-1], years[0], kind, None, None, None, None, reason)
    drawn = [_draws(path, years, seed) for seed, path in enumerate((one, two))]
    gaps = np.abs(drawn[0] - drawn[1])
    chances = record(gaps)
    return GapRecord(
        years[-1], years[0], kind, round(chances.lowest, 3), round(chances.highest, 3),
        _since(gaps, years, lowest=True), _since(gaps, years, lowest=False), "",
    )  # fmt: skip


Path = dict[int, tuple[float, float, float]]


def _path(atlas: Atlas, state: int, until: int, kind: Kind) -> Path:
    """Return theta, sd and lag correlation by year, through changes of COW number."""
    path: Path = {}
    for cow in numbers(state, date(until, 12, 31)):
        rows = atlas.rows(
            "ideal_points", "votes = 'all' AND kind = ? AND issue = ? AND cow = ? AND year <= ?",
            (kind, ALL, cow, until),
        )  # fmt: skip
        columns = (rows[c].tolist() for c in ("year", "theta", "sd", "rho"))
        path.update({y: (x, sd, rho) for y, x, sd, rho in zip(*columns, strict=True)})
    return path


def _draws(path: Path, years: list[int], seed: int) -> NDArray[np.float64]:
    """Draw the positions of a state in years that both have."""
    mean, sd, rho = (np.array([path[y][k] for y in years], float) for k in range(3))
    return paths(mean, sd, rho, seed=seed)


def _since(gaps: NDArray[np.float64], years: list[int], lowest: bool) -> int | None:
    """Return the earliest year back to which the last gap is surely the smallest or largest."""
    best = None
    for start in range(len(years) - LEAST_YEARS, -1, -1):
        chances = record(gaps[:, start:])
        if (chances.lowest if lowest else chances.highest) < SURE:
            break
        best = years[start]
    return best
