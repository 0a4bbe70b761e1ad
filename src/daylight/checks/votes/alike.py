"""Votes that two states cast alike in some years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.checks.known import Known
from daylight.core.refs import StateRef
from daylight.stats.exact import proportion
from daylight.store.one_pair import of_pair
from daylight.store.schemas import VOTE_COUNTS

VOTES = ("votes",)
LEAST = 20
"""Common votes below which nothing is said: one vote is then more than five of a hundred."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Votes cast alike, of a hundred.

    Attributes
    ----------
    all, all_lo, all_hi : float
        Of all recorded votes in which both took part, with the 90 % interval of its share.
    yes_no, yes_no_lo, yes_no_hi : float
        Of those in which both said yes or no, likewise.
    calls : int
    """

    all: float
    all_lo: float
    all_hi: float
    yes_no: float
    yes_no_lo: float
    yes_no_hi: float
    calls: int


def alike(known: Known, a: StateRef, b: StateRef, first: int, last: int) -> Alike | None:
    """Return how two states voted from a year to a year, None where they hardly did."""
    counts = np.zeros(len(VOTE_COUNTS), np.int64)
    for one in known.numbers(a):
        for other in known.numbers(b):
            rows = of_pair(known.atlas, "votes", one, other)
            chosen = (rows["year"] >= first) & (rows["year"] <= min(last, known.year))
            table = np.stack([rows[c] for c in VOTE_COUNTS], axis=1)
            counts += table[chosen].sum(0, dtype=np.int64)
    calls, same = int(counts.sum()), int(counts[[0, 4, 8]].sum())
    both, both_same = int(counts[[0, 2, 6, 8]].sum()), int(counts[[0, 8]].sum())
    if calls < LEAST or both == 0:
        return None
    ends = (*proportion(same, calls), *proportion(both_same, both))
    lo, hi, yes_lo, yes_hi = (100 * end for end in ends)
    return Alike(100 * same / calls, lo, hi, 100 * both_same / both, yes_lo, yes_hi, calls)
