"""How near two states lie: a border between them, and how far apart their capitals are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.measures.measure import CODED, Measure, Span, Values, World, coded
from daylight.measures.spans import of_rows, within

TABLE = "nearness"
BORDERS_TO = 2016
"""Last year of Direct Contiguity; the table carries its last classes on, a measure does not."""
WHOLE: Callable[[World], Span] = of_rows(TABLE, "start", "end")
ABOUT_BORDER = """
Kind of border: 0 none, 1 on land or a river, 2 to 5 over water.

2 is at most 12 nautical miles of water, 3 at most 24, 4 at most 150 and 5 at most 400, by COW
Direct Contiguity; borders of dependencies do not count. A higher number is further away, and 0 is
furthest: recode it before you take it for a scale. The source ends in 2016, and the measure too.
"""
ABOUT_DISTANCE = """
Kilometres between the capitals of the two, as the crow flies, in steps of 10.

From GeoDist, with one capital for each state in all years (Bonn for West Germany). It is the
distance of capitals and not of borders: two neighbours can be 3,000 km apart by it. The smallest
distance between two territories is not in the atlas.
"""


def _spelled(column: str) -> Callable[[World, int, int], Values]:
    """Return the function that writes out the spells of a column by year."""

    def compute(world: World, start: int, end: int) -> Values:
        rows = world.rows(TABLE)
        first, last = np.maximum(rows["start"], start), np.minimum(rows["end"], end)
        at = np.repeat(np.arange(len(first)), np.maximum(last - first + 1, 0))
        year = _counted(np.asarray(first, np.int64)[at], at)
        return coded(rows["a"][at], rows["b"][at], year, rows[column][at])

    return compute


def _counted(first: NDArray[np.int64], of: NDArray[Any]) -> NDArray[np.int64]:
    """Return the years of spells that are repeated once a year, counting up from their first."""
    if not len(of):
        return first
    begins = np.flatnonzero(np.r_[True, of[1:] != of[:-1]])
    lengths = np.diff(np.r_[begins, len(of)])
    return first + np.arange(len(of)) - np.repeat(begins, lengths)


NEAR: tuple[Measure, ...] = (
    Measure(
        name="contiguity",
        title="Border",
        unit="class: 0 none, 1 on land, 2 to 5 over water",
        about=ABOUT_BORDER,
        low=0.0,
        high=5.0,
        directed=False,
        undirected="same",
        table=TABLE,
        absence="missing",
        interval=CODED,
        citation="Stinnett et al. 2002, Conflict Management and Peace Science 19:58-66",
        method="opportunity",
        compute=_spelled("contiguity"),
        sources=("contiguity",),
        span=within(WHOLE, BORDERS_TO),
    ),
    Measure(
        name="capital_distance",
        title="Distance between capitals",
        unit="kilometres, in steps of 10",
        about=ABOUT_DISTANCE,
        low=0.0,
        high=20_020.0,
        directed=False,
        undirected="same",
        table=TABLE,
        absence="missing",
        interval=CODED,
        citation="Mayer & Zignago 2011, CEPII Working Paper 2011-25",
        method="opportunity",
        compute=_spelled("km"),
        sources=("geodist",),
        span=WHOLE,
    ),
)
