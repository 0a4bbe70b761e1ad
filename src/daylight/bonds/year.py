"""One year of all pairs: component values lined up, and the composite of each dimension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
from daylight.core.frozen import frozen
from daylight.measures import measure
from daylight.measures.align import Pairs, computed, place
from daylight.measures.measure import Values, World, fold
from daylight.stats.composite import Component, Composite, combine, composite, weighted

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Aligned:
    """One component for all pairs of a year; `directed` are both ways before they were folded."""

    values: Component
    n: Ints
    status: NDArray[np.int8]
    directed: Values | None = None


def aligned(world: World, component: BondComponent, rows: Pairs, span: tuple[int, int]) -> Aligned:
    """Return a component for every pair of a year, with the status of each absence.

    Parameters
    ----------
    world : World
        Where measures are read from.
    component : BondComponent
    rows : Pairs
        All pairs of the year.
    span : (int, int)
        First and last covered year of the measure.
    """
    spec = measure(component.measure)
    values = computed(world, spec, rows, span)
    folded = fold(values, component.fold) if values is not None and spec.directed else values
    lined = place(folded, spec, rows, span)
    ends = Component(lined.value, lined.lo, lined.hi, spec.low == 0, component.sign)
    return Aligned(ends, lined.n, lined.status, values if spec.directed else None)


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
        return frozen(np.stack([a.values.standings() for a in self.aligned], axis=1))

    @cached_property
    def index(self) -> NDArray[np.float64]:
        """Return the weighted mean of the known standings; NaN for pairs without a value."""
        found = np.where(self.eligible, weighted(self.positions, self.weights()), np.nan)
        return frozen(found)

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
    rows: Pairs,
    coverage: Mapping[str, tuple[int, int]],
    weights: Mapping[str, float] | None = None,
) -> DimensionYear:
    """Return the components of a dimension for all pairs of a year."""
    components = tuple(of(dimension, weights))
    columns = tuple(aligned(world, c, rows, coverage.get(c.measure, (0, -1))) for c in components)
    eligible = np.ones(len(rows.a), bool)
    for component, column in zip(components, columns, strict=True):
        if component.required:
            eligible &= ~np.isnan(column.values.value)
    return DimensionYear(components, columns, eligible)


def composites(years: Mapping[Dimension, DimensionYear]) -> dict[str, Composite]:
    """Return the composites of the three dimensions and the overall one for a year."""
    made: dict[str, Composite] = {d: years[d].composite() for d in DIMENSIONS}
    equal = np.ones(len(DIMENSIONS))
    made["overall"] = combine([made[d] for d in DIMENSIONS], equal, LEAST_DIMENSIONS)
    return made
