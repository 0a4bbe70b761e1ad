"""How far the members of a bloc vote alike, above what any states would.

Most votes of the General Assembly are one-sided, so that even states drawn at random agree. With
``s[i, k]`` the part of their common votes that two states cast alike (yes, no and abstention are
three choices), the cohesion of a group is the mean of s over its pairs: the chance that two members
cast one vote alike. What chance gives is the same mean over all pairs of states of those years,
which is the expectation for a group of that size drawn at random; indices of a single roll call,
such as that of Hix, Noury and Roland (2005), depend on the size of the group, this one does not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.core.estimate import Z
from daylight.core.lineages import NUMBERS
from daylight.measures.issues import ALL
from daylight.measures.measure import World
from daylight.pulls.square import Columns, Floats, Ints, Roll
from daylight.stats.gaps import Interval, distance
from daylight.store.schemas import VOTE_COUNTS

WINDOW = 3
"""Years of votes: those of one year hang on what was put to the vote."""
LEAST_COMMON = 10
"""Common votes below which two states are not compared."""
LEAST_CALLS = 10
GROUPS, SEED = 500, 20170201


@dataclass(frozen=True, slots=True)
class Alike:
    """Votes of a group on one issue.

    Attributes
    ----------
    issue : str
    agreement, chance : float
        In [0, 1].
    excess, lo, hi : float
        Agreement less chance, with its 90 % interval for the roll calls that happened to be put.
    as_much : float
        Part of groups of this size drawn at random that agree as much.
    calls : int
        Recorded votes in the window.
    pairs : int
        Pairs of members that are compared.
    """

    issue: str
    agreement: float
    chance: float
    excess: float
    lo: float
    hi: float
    as_much: float
    calls: int
    pairs: int


def alike_square(roll: Roll, counts: Columns) -> Floats:
    """Return the part of common votes cast alike by each pair; NaN for too few.

    Parameters
    ----------
    roll : Roll
    counts : mapping
        Joint counts ``yy`` to ``nn`` of pairs, one row each.
    """
    same = np.sum([counts[name] for name in ("yy", "aa", "nn")], axis=0, dtype=float)
    every = np.sum([counts[name] for name in VOTE_COUNTS], axis=0, dtype=float)
    enough = every >= LEAST_COMMON
    share = np.divide(same, every, out=np.full(len(every), np.nan), where=enough)
    return roll.square(counts, share)


def cohesion(share: Floats, members: Ints, calls: int, issue: str = ALL) -> Alike | None:
    """Return how far members vote alike; None with no pair to compare or too few votes.

    The error is that of a share of as many roll calls: all pairs vote on the same ones, so that
    more pairs do not make it smaller.

    Parameters
    ----------
    share : ndarray, shape (n, n)
        From :func:`alike_square`.
    members : ndarray of int
        Rows of the members.
    calls : int
        Recorded votes that it rests on.
    issue : str
    """
    inside = share[np.ix_(members, members)]
    pairs = int((~np.isnan(inside)).sum() / 2)
    if not pairs or calls < LEAST_CALLS:
        return None
    value, chance = float(np.nanmean(inside)), float(np.nanmean(share))
    half = Z * np.sqrt((value * (1 - value) + chance * (1 - chance)) / calls)
    excess = value - chance
    return Alike(issue, value, chance, excess, excess - half, excess + half,
                 _as_much(share, len(members), value), calls, pairs)  # fmt: skip


def _as_much(share: Floats, size: int, value: float) -> float:
    """Return the part of random groups that agree as much, among states that vote."""
    voters = np.flatnonzero(~np.isnan(share).all(axis=1))
    size = min(size, len(voters))
    rng = np.random.default_rng(SEED)
    drawn = np.argsort(rng.random((GROUPS, len(voters))), axis=1)[:, :size]
    member = np.zeros((GROUPS, len(voters)))
    np.put_along_axis(member, drawn, 1.0, axis=1)
    among = share[np.ix_(voters, voters)]
    known = (~np.isnan(among)).astype(float)
    total = np.einsum("gi,gi->g", member @ np.nan_to_num(among), member)
    pairs = np.einsum("gi,gi->g", member @ known, member)
    return float(np.mean(total >= value * pairs))


def spread(points: Interval, members: Ints) -> tuple[float, float, float] | None:
    """Return the mean distance of members' ideal points, and its 90 % interval.

    Parameters
    ----------
    points : Interval
        Of all states of the year, NaN where there is none.
    members : ndarray of int
    """
    own = members[~np.isnan(points.value[members])]
    i, k = np.triu_indices(len(own), 1)
    if not len(i):
        return None
    one, other = (Interval(points.value[x], points.lo[x], points.hi[x]) for x in (own[i], own[k]))
    gaps = distance(one, other)
    return tuple(float(side.mean()) for side in (gaps.value, gaps.lo, gaps.hi))  # type: ignore[return-value]


def votes_of(world: World, year: int) -> Columns:
    """Return joint counts of all pairs summed over the window that ends with a year."""
    rows = world.years("votes", year - WINDOW + 1, year)
    keys = np.asarray(rows["a"], np.int64) * NUMBERS + np.asarray(rows["b"], np.int64)
    pairs, at = np.unique(keys, return_inverse=True)
    sums = {c: np.bincount(at, weights=rows[c], minlength=len(pairs)) for c in VOTE_COUNTS}
    return {"a": pairs // NUMBERS, "b": pairs % NUMBERS, **sums}
