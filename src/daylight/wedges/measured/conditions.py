"""The conditions of theory: whether each is met, and how much oftener ties with it broke."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import LATE, OUTCOMES_TO, Bools, TieYears
from daylight.endurance.rates import FIRST, LAST
from daylight.stats.clustered import ratio
from daylight.wedges.measured.marks import CONDITIONS, Claim
from daylight.wedges.measured.records import Condition, Side
from daylight.wedges.measured.triads import GREAT, Triads

HORIZON = 4
FEWEST = 20
"""Triad-years with a condition, and without, below which no ratio is given."""


def conditions(
    ties: TieYears, seen: Triads, marked: Mapping[str, NDArray[np.float64]], side: Side,
    own: int | None, names: Mapping[str, str], until: int,
) -> tuple[Condition, ...]:  # fmt: skip
    """Return every condition with its ratio, among ties with the target on one side.

    Parameters
    ----------
    ties, seen
    marked : mapping of str to ndarray
        From :func:`daylight.wedges.measured.marks.marks`.
    side : {"weaker", "stronger"}
    own : int or None
        The row of the triad asked about.
    names : mapping of str to str
        Of T, P and D.
    until : int
        Year at whose end is asked.

    Notes
    -----
    Conditions of the tie and of the target are counted once for each year of a tie, not once for
    each power.
    """
    last = min(LAST, OUTCOMES_TO - HORIZON, until - HORIZON - LATE)
    kept = ties.at_risk[seen.row] & (seen.year >= FIRST) & (seen.year <= last)
    kept &= (seen.weaker == (side == "weaker")) & np.isin(seen.divider, GREAT)
    once = kept & _first_of_each(seen)
    event = seen.breaks_within(HORIZON)
    return tuple(
        _one(condition, marked[condition.name], event, seen,
             kept if condition.about == "divider" else once, own, names)
        for condition in CONDITIONS
    )  # fmt: skip


def _one(
    condition: Claim, mark: NDArray[np.float64], event: Bools, seen: Triads, kept: Bools,
    own: int | None, names: Mapping[str, str],
) -> Condition:  # fmt: skip
    rows = kept & ~np.isnan(mark)
    with_ = mark[rows] > 0
    found = ratio(event[rows], with_, seen.target[rows])
    enough = min(found.n, len(with_) - found.n) >= FEWEST
    value, lo, hi = (found.value, found.lo, found.hi) if enough else (None, None, None)
    met = None if own is None or np.isnan(mark[own]) else bool(mark[own])
    return Condition(
        condition.name, condition.about, condition.text.format(**names), condition.theory,
        met, value, lo, hi, found.n, found.events,
    )  # fmt: skip


def _first_of_each(seen: Triads) -> Bools:
    """Mark the first entry of each year of a tie and side."""
    _, first = np.unique(seen.row * 2 + seen.weaker, return_index=True)
    found = np.zeros(len(seen.row), bool)
    found[first] = True
    return found
