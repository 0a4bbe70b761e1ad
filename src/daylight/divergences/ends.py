"""On which issues two states part most and least, as far as votes decide it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from daylight.core.estimate import Estimate
from daylight.divergences.position_gaps import PositionGap
from daylight.divergences.records import Gap
from daylight.stats.gaps import Interval, difference

LEAST = 10
"""Common votes that an issue needs to be named."""


@dataclass(frozen=True, slots=True)
class _Issue:
    """What both measures say of an issue: how often the same vote, and how far apart."""

    issue: str
    same: Estimate
    distance: Estimate


def ends(
    issues: Sequence[Gap], positions: Sequence[PositionGap]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the issues that may be the farthest, and those that may be the closest.

    Two measures must say so: the share of votes that were not the same, and the distance on the
    issue's scale. An issue may be the farthest where no other is surely farther by either of them
    (90 %), and the closest alike. Both are empty where no issue is
    named at one end, or where the two ends do not differ surely by both measures.

    Parameters
    ----------
    issues : sequence of Gap
    positions : sequence of PositionGap
        Distances in the last year; an issue without one, or with under ten common votes, is not
        named.

    Returns
    -------
    (tuple of str, tuple of str)
        Codes, the farthest and the closest first.
    """
    known = _known(issues, positions)
    if len(known) < 2:
        return (), ()
    far, near = _farthest(known), _closest(known)
    if not far or not near or not _apart(near[0], far[0]):
        return (), ()
    return tuple(i.issue for i in far), tuple(i.issue for i in near)


def crossed(issues: Sequence[Gap], positions: Sequence[PositionGap]) -> tuple[str, str] | None:
    """Return two issues that the measures rank in opposite order, both surely; or None.

    The first is the one with more votes alike, and yet the larger distance. Where several pairs
    are crossed, the one with the largest difference in votes alike.
    """
    known = _known(issues, positions)
    found = [
        (float(one.same.value or 0.0) - float(other.same.value or 0.0), one.issue, other.issue)
        for one in known
        for other in known
        if _below(other.same, one.same) and _nearer(other.distance, one.distance)
    ]
    return max(found)[1:] if found else None


def _known(issues: Sequence[Gap], positions: Sequence[PositionGap]) -> list[_Issue]:
    gaps = {p.issue: p.gap for p in positions}
    return [
        _Issue(g.issue, g.agreement, gaps[g.issue])
        for g in issues
        if g.n >= LEAST and g.agreement.value is not None and g.issue in gaps
    ]


def _farthest(known: Sequence[_Issue]) -> list[_Issue]:
    """Return the issues than which no other is surely farther, the greatest distance first."""
    some = [i for i in known if not any(_beyond(j, i) for j in known)]
    return sorted(some, key=_apart_by, reverse=True)


def _closest(known: Sequence[_Issue]) -> list[_Issue]:
    """Return the issues than which no other is surely closer, the least distance first."""
    return sorted((i for i in known if not any(_beyond(i, j) for j in known)), key=_apart_by)


def _beyond(one: _Issue, other: _Issue) -> bool:
    """Whether the first is surely farther than the second, by one measure at least."""
    return _below(one.same, other.same) or _nearer(other.distance, one.distance)


def _apart_by(issue: _Issue) -> float:
    return float(issue.distance.value or 0.0)


def _apart(near: _Issue, far: _Issue) -> bool:
    return _below(far.same, near.same) and _nearer(near.distance, far.distance)


def _below(one: Estimate, other: Estimate) -> bool:
    return one.hi is not None and other.lo is not None and one.hi < other.lo


def _nearer(one: Estimate, other: Estimate) -> bool:
    """Whether the first distance is surely the smaller: its difference to the other is."""
    less = difference(_interval(other), _interval(one))
    return bool(less.lo > 0)


def _interval(estimate: Estimate) -> Interval:
    ends = (estimate.value, estimate.lo, estimate.hi)
    return Interval(*(np.array(np.nan if x is None else x) for x in ends))
