"""One year of all pairs: component values lined up, and the composite of each dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.components import (
    DIMENSIONS,
    LEAST_DIMENSIONS,
    BondComponent,
    Dimension,
    of,
)
from daylight.core.states import members
from daylight.core.status import OUTSIDE_COVERAGE, STATUSES
from daylight.measures import measure
from daylight.measures.measure import Values, World, fold
from daylight.stats.composite import Component, Composite, combine, composite, weighted

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a year, a < b, in the order of :func:`numpy.triu_indices`."""

    a: Ints
    b: Ints

    def find(self, a: int, b: int) -> int | None:
        """Return the row of a pair, or None when one of them was no state that year."""
        hit = np.flatnonzero((self.a == min(a, b)) & (self.b == max(a, b)))
        return int(hit[0]) if len(hit) else None


@dataclass(frozen=True, slots=True)
class Aligned:
    """One component for all pairs of a year; `directed` are both ways before they were folded."""

    values: Component
    n: Ints
    status: NDArray[np.int8]
    directed: Values | None = None


def key(a: Ints, b: Ints) -> Ints:
    """Return one number for each pair, in the order of a, then b."""
    return np.asarray(a, np.int64) * 1000 + b


def line_up(keys: Ints, mine: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Return where those of `mine` that are among sorted `keys` stand, and which they are."""
    at = np.minimum(np.searchsorted(keys, mine), len(keys) - 1)
    known = keys[at] == mine
    return at[known], known


def pairs(year: int) -> Pairs:
    """Return all pairs of states that were members on any day of `year`."""
    states = np.array(members(year), np.int64)
    i, k = np.triu_indices(len(states), 1)
    return Pairs(states[i], states[k])


def aligned(
    world: World, component: BondComponent, year: int, every: Pairs, span: tuple[int, int]
) -> Aligned:
    """Return a component for every pair of a year, with the status of each absence.

    Parameters
    ----------
    world : World
        Where measures are read from.
    component : BondComponent
    year : int
    every : Pairs
        All pairs of the year.
    span : (int, int)
        First and last covered year of the measure.
    """
    size = len(every.a)
    empty = np.full(size, np.nan)
    if not span[0] <= year <= span[1]:
        status = np.full(size, OUTSIDE_COVERAGE, np.int8)
        return Aligned(Component(empty, empty, empty), np.zeros(size, np.int64), status)
    spec = measure(component.measure)
    values = spec.compute(world, year, year)
    folded = fold(values, component.fold) if spec.directed else values
    found = _place(folded, every, STATUSES.index(spec.absence), spec.low == 0, component.sign)
    return replace(found, directed=values) if spec.directed else found


def _place(values: Values, every: Pairs, absence: int, natural_zero: bool, sign: int) -> Aligned:
    """Line values up with all pairs; a structural zero is a known zero."""
    at, known = line_up(key(every.a, every.b), key(values.a, values.b))
    blank = 0.0 if STATUSES[absence] == "structural_zero" else np.nan
    out = [np.full(len(every.a), blank) for _ in range(3)]
    for target, source in zip(out, (values.value, values.lo, values.hi), strict=True):
        target[at] = source[known]
    status = np.full(len(every.a), absence, np.int8)
    status[at] = values.status[known]
    n = np.zeros(len(every.a), np.int64)
    n[at] = values.n[known]
    return Aligned(Component(out[0], out[1], out[2], natural_zero, sign), n, status)


@dataclass(frozen=True)
class DimensionYear:
    """A dimension in a year: its components for every pair, and which pairs can have a value."""

    components: tuple[BondComponent, ...]
    aligned: tuple[Aligned, ...]
    eligible: NDArray[np.bool_]

    def weights(self) -> NDArray[np.float64]:
        """Return the weights in the order of the components."""
        return np.array([c.weight for c in self.components])

    @cached_property
    def positions(self) -> NDArray[np.float64]:
        """Return the standing of each component for every pair, shape (pairs, components)."""
        return np.stack([a.values.standings() for a in self.aligned], axis=1)

    @cached_property
    def index(self) -> NDArray[np.float64]:
        """Return the weighted mean of the known standings; NaN for pairs without a value."""
        return np.where(self.eligible, weighted(self.positions, self.weights()), np.nan)

    def composite(self) -> Composite:
        """Return positions and intervals of all pairs.

        A component whose source does not reach this year is left out for everyone: the
        dimension is then defined more narrowly. One that only this pair lacks is drawn from
        all the places it could take, which widens the interval.
        """
        parts = [a.values for a in self.aligned]
        here = np.array([not np.isnan(part.value).all() for part in parts])
        weights = np.where(here, self.weights(), 0.0)
        if not weights.any():
            weights = self.weights()
        return composite(parts, weights, self.eligible)


def dimension_year(
    world: World,
    dimension: Dimension,
    year: int,
    every: Pairs,
    coverage: Mapping[str, tuple[int, int]],
    weights: Mapping[str, float] | None = None,
) -> DimensionYear:
    """Return the components of a dimension for all pairs of a year."""
    components = tuple(of(dimension, weights))
    columns = tuple(
        aligned(world, c, year, every, coverage.get(c.measure, (0, -1))) for c in components
    )
    eligible = np.ones(len(every.a), bool)
    for component, column in zip(components, columns, strict=True):
        if component.required:
            eligible &= ~np.isnan(column.values.value)
    return DimensionYear(components, columns, eligible)


def composites(years: Mapping[Dimension, DimensionYear]) -> dict[str, Composite]:
    """Return the composites of the three dimensions and the overall one for a year."""
    found: dict[str, Composite] = {d: years[d].composite() for d in DIMENSIONS}
    equal = np.ones(len(DIMENSIONS))
    found["overall"] = combine([found[d] for d in DIMENSIONS], equal, LEAST_DIMENSIONS)
    return found
