"""The conditions of theory: whether each is met, and how much oftener ties with it broke."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import Bools, TieYears
from daylight.endurance.rates import FIRST
from daylight.stats.clustered import ratio, widest
from daylight.wedges.measured.marks import CONDITIONS, USA, Claim, marks
from daylight.wedges.measured.rates import last_origin
from daylight.wedges.measured.records import Condition
from daylight.wedges.measured.triads import Triads
from daylight.wedges.measured.world import World

HORIZON = 4
FEWEST, BROKEN, EXPECTED = 10, 5, 8.0
"""Targets with a condition, and without; targets without it that broke a tie; and years before a
break that those with it would have at the common rate: below these no ratio is given."""


def conditions(
    ties: TieYears, seen: Triads, world: World, own: Triads, names: Mapping[str, str], until: int
) -> tuple[Condition, ...]:
    """Return every condition of a triad, with its ratio among ties with the target on its side.

    Parameters
    ----------
    ties : TieYears
    seen : Triads
        Of the great powers, from which ratios are made.
    world : World
    own : Triads
        The triad asked about, one entry.
    names : mapping of str to str
        Of T, P and D.
    until : int
        Year at whose end is asked.

    Notes
    -----
    Conditions of the tie and of the target are counted once for each year of a tie. Those of the
    divider are counted of this divider alone, since what goes with the ties of one power need not
    go with those of another; of a power that is not great there is no ratio. Intervals are the
    wider of those that resample targets and partners.
    """
    kept = ties.at_risk[seen.row] & (seen.year >= FIRST)
    kept &= (seen.year <= last_origin(until, HORIZON)) & (seen.weaker == own.weaker[0])
    once = kept & _first_of_each(seen)
    mine = kept & (seen.divider == own.divider[0])
    event, marked, here = seen.breaks_within(HORIZON), marks(seen, world), marks(own, world)
    return tuple(
        _one(
            claim, marked[claim.name], float(here[claim.name][0]), event, seen,
            mine if claim.about == "divider" else once, names,
        )
        for claim in CONDITIONS
        if claim.name != "divider_troops" or own.divider[0] == USA
    )  # fmt: skip


def _one(
    claim: Claim, mark: NDArray[np.float64], here: float, event: Bools, seen: Triads, kept: Bools,
    names: Mapping[str, str],
) -> Condition:  # fmt: skip
    rows = kept & ~np.isnan(mark)
    with_ = mark[rows] > 0
    met = None if np.isnan(here) else bool(here)
    found = [ratio(event[rows], with_, group) for group in (seen.target[rows], seen.partner[rows])]
    enough = _enough(event[rows], with_, seen.target[rows])
    value = found[0].value if enough else None
    lo, hi = widest(found) if enough else (None, None)
    return Condition(
        claim.name, claim.about, claim.text.format(**names), claim.theory, met, value, lo, hi,
        found[0].n, found[0].events,
    )  # fmt: skip


def _enough(event: Bools, with_: Bools, group: NDArray[np.int64]) -> bool:
    """Return whether both sides have enough targets, and breaks would be looked for."""
    if not len(event):
        return False
    groups = min(len(np.unique(group[side])) for side in (with_, ~with_))
    broke = len(np.unique(group[event & ~with_]))
    return groups >= FEWEST and broke >= BROKEN and event.mean() * with_.sum() >= EXPECTED


def _first_of_each(seen: Triads) -> Bools:
    """Mark the first entry of each year of a tie and side."""
    _, first = np.unique(seen.row * 2 + seen.weaker, return_index=True)
    found = np.zeros(len(seen.row), bool)
    found[first] = True
    return found
