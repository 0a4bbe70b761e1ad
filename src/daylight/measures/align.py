"""Values of a measure lined up with pairs of states: one row for each pair and year asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from daylight.core.frozen import frozen
from daylight.core.lineages import NUMBERS
from daylight.core.states import members
from daylight.core.status import OUTSIDE_COVERAGE, STATUSES
from daylight.measures.measure import Floats, Measure, Undirected, Values, World, fold

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Pairs:
    """Pairs of states by year, sorted by year, a and b.

    Attributes
    ----------
    a, b, year : ndarray of int
        COW numbers and calendar year of each row.
    directed : bool
        Whether a pair has a row in both orders; if not, a < b.
    """

    a: Ints
    b: Ints
    year: Ints
    directed: bool = False

    @cached_property
    def keys(self) -> Ints:
        """One number for each row, in the order of the rows."""
        return frozen(_keys(self.a, self.b, self.year))

    def find(self, a: int, b: int) -> int | None:
        """Return the first row of a pair a < b, or None when one of them was no state then."""
        hit = np.flatnonzero((self.a == min(a, b)) & (self.b == max(a, b)))
        return int(hit[0]) if len(hit) else None


@dataclass(frozen=True, slots=True)
class Lined:
    """Values of one measure in the rows of pairs.

    Attributes
    ----------
    value, lo, hi : ndarray of float
        Value and 90 % interval; NaN where there is none, 0 for a structural zero.
    n : ndarray of int
        Observations behind the value.
    status : ndarray of int8
        Codes of :data:`daylight.core.status.STATUSES`.
    """

    value: Floats
    lo: Floats
    hi: Floats
    n: Ints
    status: NDArray[np.int8]


def key(a: Ints, b: Ints) -> Ints:
    """Return one number for each pair, in the order of a, then b."""
    return np.asarray(a, np.int64) * NUMBERS + b


def pairs(year: int, directed: bool = False) -> Pairs:
    """Return all pairs of states that were members on any day of `year`."""
    return pairs_of_years(year, year, directed)


def pairs_of_years(start: int, end: int, directed: bool = False) -> Pairs:
    """Return all pairs of states of each year from `start` to `end`, both included."""
    parts = []
    for year in range(start, end + 1):
        states = np.array(members(year), np.int64)
        size = len(states)
        i, k = np.nonzero(~np.eye(size, dtype=bool)) if directed else np.triu_indices(size, 1)
        parts.append((states[i], states[k], np.full(len(i), year, np.int64)))
    a, b, years = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Pairs(a, b, years, directed)


def align(
    world: World, spec: Measure, rows: Pairs, span: tuple[int, int], rule: Undirected | None = None
) -> Lined:
    """Compute a measure for the years of some pairs and line it up with them.

    Parameters
    ----------
    world : World
        Where the measure is read from.
    spec : Measure
    rows : Pairs
    span : (int, int)
        First and last year of the measure that `world` covers.
    rule : Undirected, optional
        How two directions become one where `rows` are undirected; the rule of the measure by
        default.
    """
    values = computed(world, spec, rows, span)
    if values is not None and spec.directed and not rows.directed:
        values = fold(values, rule or spec.undirected)
    return place(values, spec, rows, span)


def computed(world: World, spec: Measure, rows: Pairs, span: tuple[int, int]) -> Values | None:
    """Return the values of a measure in the covered years of `rows`; None where there is none."""
    start, end = max(int(rows.year[0]), span[0]), min(int(rows.year[-1]), span[1])
    return spec.compute(world, start, end) if start <= end else None


def place(values: Values | None, spec: Measure, rows: Pairs, span: tuple[int, int]) -> Lined:
    """Put values into the rows of their pair and year, and say of each gap what it means.

    A row without a value has the absence of the measure within `span`, where a structural zero
    is a known zero, and is outside coverage elsewhere. Values that belong to no row are left
    out. Where `rows` are directed and the measure is not, both orders get its value.
    """
    inside = (rows.year >= span[0]) & (rows.year <= span[1])
    blank = 0.0 if spec.absence == "structural_zero" else np.nan
    value, lo, hi = (np.where(inside, blank, np.nan) for _ in range(3))
    n = np.zeros(len(rows.year), np.int64)
    absence = STATUSES.index(spec.absence)
    status = np.where(inside, absence, OUTSIDE_COVERAGE).astype(np.int8)
    if values is not None:
        ways = [(values.a, values.b)]
        if rows.directed and not spec.directed:
            ways.append((values.b, values.a))
        for a, b in ways:
            at, known = line_up(rows.keys, _keys(a, b, values.year))
            for column, part in ((value, values.value), (lo, values.lo), (hi, values.hi)):
                column[at] = part[known]
            n[at], status[at] = values.n[known], values.status[known]
    return Lined(value, lo, hi, n, status)


def line_up(keys: Ints, mine: Ints) -> tuple[Ints, Flags]:
    """Return where those of `mine` that are among sorted `keys` stand, and which they are."""
    if not len(keys):
        return np.zeros(0, np.int64), np.zeros(len(mine), bool)
    at = np.minimum(np.searchsorted(keys, mine), len(keys) - 1)
    known = keys[at] == mine
    return at[known], known


def _keys(a: Ints, b: Ints, year: Ints) -> Ints:
    return np.asarray(year, np.int64) * NUMBERS**2 + key(a, b)
