"""All ordered pairs of a year, with what one side of each has of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from daylight.core.frozen import frozen
from daylight.measures import measure
from daylight.measures.align import Pairs, align, key, line_up, pairs
from daylight.measures.goods import goods
from daylight.measures.plausible import TRAPS, traps
from daylight.stats.composite import weighted
from daylight.stats.ranks import standing
from daylight.store.atlas import Atlas

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """One measure of dependence, its weight, and why it is here."""

    measure: str
    weight: float
    reason: str


PARTS: tuple[Part, ...] = (
    Part("trade_share", 0.3, "How much of its trade goes to the other."),
    Part("trade_dependence", 0.3, "How much of its income rests on trade with the other."),
    Part("exit_cost", 0.2, "What it would lose if that trade ended and others filled in a part."),
    Part("energy_dependence", 0.1, "How much of its energy imports come from the other."),
    Part("arms_dependence", 0.1, "How much of its imported arms come from the other."),
)
REQUIRED = "trade_share"


@dataclass(frozen=True, slots=True)
class Year:
    """All ordered pairs of a year.

    Attributes
    ----------
    a, b : ndarray of int
        COW numbers.
    values : tuple of ndarray
        By part: value and the ends of its interval.
    index : ndarray
        Weighted mean of the standings; NaN where it is not known.
    traps : ndarray of bool, shape (n, len(TRAPS))
        What makes the trade of a with b over a's GDP misleading.
    known : tuple of ndarray, indices : ndarray
        The values above zero of each part, and the indices, both in order: every pair is
        placed among them, and ordered numbers are placed among faster.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    values: tuple[NDArray[np.float64], ...]
    index: Floats
    traps: NDArray[np.bool_]
    known: tuple[Floats, ...]
    indices: Floats

    def rows(self, cow: int) -> NDArray[np.int64]:
        """Return the rows in which a state leans or is leant on, where an index is known."""
        mine = ((self.a == cow) | (self.b == cow)) & ~np.isnan(self.index)
        return np.flatnonzero(mine).astype(np.int64)


@lru_cache(maxsize=4)
def year(atlas: Atlas, when: int) -> Year:
    """Return the dependence of all ordered pairs of a year; kept, since many ask for one year."""
    rows = pairs(when, directed=True)
    values = tuple(_ends(atlas, part.measure, rows) for part in PARTS)
    places = np.stack([standing(v[0], v[0], True) for v in values], axis=1)
    index = weighted(places, np.array([p.weight for p in PARTS]))
    needed = [p.measure for p in PARTS].index(REQUIRED)
    index = np.where(np.isnan(values[needed][0]), np.nan, index)
    known = tuple(np.sort(v[0][v[0] > 0]) for v in values)
    indices = np.sort(index[~np.isnan(index)])
    return frozen(Year(rows.a, rows.b, values, index, _traps(atlas, rows, when), known, indices))


def _ends(atlas: Atlas, name: str, rows: Pairs) -> Floats:
    """Return value, lower and upper end for every ordered pair, shape (3, n)."""
    lined = align(atlas, measure(name), rows, atlas.spans().get(name, (0, -1)))
    return np.stack([lined.value, lined.lo, lined.hi])


def _traps(atlas: Atlas, rows: Pairs, when: int) -> NDArray[np.bool_]:
    read = goods(atlas, when, when)
    found = np.zeros((len(rows.a), len(TRAPS)), bool)
    for one, other, side in ((read.a, read.b, read.of_a), (read.b, read.a, read.of_b)):
        at, there = line_up(key(rows.a, rows.b), key(one, other))
        found[at] = traps(one, side, read.price)[there]
    return found
