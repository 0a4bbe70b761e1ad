"""Votes that two states cast alike in some years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.checks.known import Known
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.stats.exact import proportion
from daylight.store.schemas import VOTE_COUNTS

VOTES = ("votes",)
LEAST = 10
"""Common votes below which nothing is said."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Votes cast alike, of a hundred.

    Attributes
    ----------
    all, all_lo, all_hi : float
        Of all recorded votes in which both took part, with the 90 % interval of its share.
    yes_no : float
        Of those in which both said yes or no.
    calls : int
    """

    all: float
    all_lo: float
    all_hi: float
    yes_no: float
    calls: int


def alike(known: Known, a: StateRef, b: StateRef, first: int, last: int) -> Alike | None:
    """Return how two states voted from a year to a year, None where they hardly did."""
    counts = np.zeros(9, np.int64)
    for one in numbers(a.cow, known.on):
        for other in numbers(b.cow, known.on):
            rows = known.once(("votes", min(one, other), max(one, other)),
                              lambda one=one, other=other: known.atlas.pair("votes", one, other))  # fmt: skip
            chosen = (rows["year"] >= first) & (rows["year"] <= min(last, known.year))
            counts += np.stack([rows[c] for c in VOTE_COUNTS], axis=1)[chosen].sum(
                0, dtype=np.int64
            )
    calls = int(counts.sum())
    if calls < LEAST:
        return None
    same = int(counts[[0, 4, 8]].sum())
    both = int(counts[[0, 2, 6, 8]].sum())
    lo, hi = proportion(same, calls)
    return Alike(
        100 * same / calls,
        100 * lo,
        100 * hi,
        100 * int(counts[[0, 8]].sum()) / max(both, 1),
        calls,
    )
