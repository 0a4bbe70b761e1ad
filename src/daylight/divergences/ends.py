"""On which issues two states part most and least, as far as votes decide it."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.core.estimate import Estimate
from daylight.divergences.records import Gap


def ends(issues: Sequence[Gap]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the issues that may be the farthest, and those that may be the closest.

    An issue may be the farthest where the 90 % interval of its kappa meets that of the lowest
    kappa; the closest alike. Both are empty where the lowest and the highest meet each other,
    and where raw agreement clearly says the opposite: kappa then compares habits, not votes.

    Parameters
    ----------
    issues : sequence of Gap
        Lowest kappa first, those without one last.
    """
    known = [g for g in issues if g.kappa.value is not None]
    if len(known) < 2:
        return (), ()
    low, high = known[0], known[-1]
    if _meet(low.kappa, high.kappa) or _below(high.agreement, low.agreement):
        return (), ()
    far = tuple(g.issue for g in known if _meet(g.kappa, low.kappa))
    near = tuple(g.issue for g in reversed(known) if _meet(g.kappa, high.kappa))
    return far, near


def _below(one: Estimate, other: Estimate) -> bool:
    return one.hi is not None and other.lo is not None and one.hi < other.lo


def _meet(one: Estimate, other: Estimate) -> bool:
    return not _below(one, other) and not _below(other, one)
