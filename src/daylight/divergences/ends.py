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
    issue's scale. An issue may be the farthest where neither measure puts it surely below the
    farthest by that measure (90 %), and the closest alike. Both are empty where no issue is
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
    far, near = _may_be(known, farthest=True), _may_be(known, farthest=False)
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


def _may_be(known: Sequence[_Issue], farthest: bool) -> list[_Issue]:
    """Return the issues that may be at one end by both measures, the likeliest first."""
    sign = -1 if farthest else 1
    by_votes = max(known, key=lambda i: sign * (i.same.value or 0.0))
    by_distance = min(known, key=lambda i: sign * (i.distance.value or 0.0))
    some = [
        i for i in known
        if not (_below(by_votes.same, i.same) if farthest else _below(i.same, by_votes.same))
        and not (
            _nearer(i.distance, by_distance.distance)
            if farthest
            else _nearer(by_distance.distance, i.distance)
        )
    ]  # fmt: skip
    return sorted(some, key=lambda i: -sign * (i.distance.value or 0.0), reverse=True)


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
