"""Disputes of pairs year by year, each year with what went before it.

States are followed by lineage, so that West Germany goes on where Germany was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import NUMBERS, newest
from daylight.core.periods import FIRST_YEAR
from daylight.core.states import all_states
from daylight.measures.measure import Floats, World
from daylight.measures.ties import by_year

DISPUTES = "disputes"
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Year:
    """All covered pairs of a year.

    Attributes
    ----------
    a, b : ndarray of int
    level : ndarray of float
        Hostility, 0 for no dispute, NaN where not known.
    peace : ndarray of float
        Years of peace before; NaN after a year of unknown level, until the next dispute.
    earlier : ndarray of float
        Level of the year before, 0 where that was not covered.
    """

    a: Ints
    b: Ints
    level: Floats
    peace: Floats
    earlier: Floats


def years_of_peace(world: World, end: int) -> Iterator[tuple[int, Year]]:
    """Return the pairs of each year from 1816 on, with what went before."""
    places, size = _places()
    last, levels = np.full((size, size), FIRST_YEAR - 1.0), np.zeros((size, size))
    for year, a, b, level in by_year(world, DISPUTES, FIRST_YEAR, end, directed=False):
        one, two = np.minimum(places[a], places[b]), np.maximum(places[a], places[b])
        before = last[one, two]
        yield year, Year(a, b, level, year - 1 - before, levels[one, two])
        # Who is not covered this year begins anew in the next.
        last, levels = np.full((size, size), float(year)), np.zeros((size, size))
        last[one, two] = np.where(np.isnan(level), np.nan, before)
        levels[one, two] = level
        fought = level > 0
        last[one[fought], two[fought]], levels[one[fought], two[fought]] = year, level[fought]


def _places() -> tuple[Ints, int]:
    """Return for each COW number the place of its lineage, and how many lineages there are."""
    places = np.zeros(NUMBERS, np.int64)
    ends = sorted({newest(state.cow) for state in all_states()})
    for state in all_states():
        places[state.cow] = ends.index(newest(state.cow))
    return places, len(ends)
