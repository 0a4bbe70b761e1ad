"""All pairs and years of one dimension, from the atlas alone: components, index and level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.components import DIMENSIONS, FIRST_LEVELS, BondComponent, Dimension, of
from daylight.bonds.year import dimension_year
from daylight.core.states import all_states
from daylight.measures.align import key, pairs
from daylight.stats.composite import weighted
from daylight.stats.ranks import among
from daylight.store.atlas import Atlas
from daylight.store.schemas import LEVEL_STEP, SD_STEP

Cube = NDArray[np.float32]
MEMORY = 5
"""Years averaged by the rival of the level: an index that remembers as well."""


@dataclass(frozen=True)
class DimensionData:
    """One dimension: U pairs, T years from 1946, K components.

    Attributes
    ----------
    keys : ndarray of int, shape (U,)
        See :func:`daylight.bonds.indicators.key`.
    there : ndarray of bool, shape (U, T)
        Whether both were states in the year.
    values, standings : ndarray of float32, shape (U, T, K)
        Folded values, and their standings among all pairs of the year, 0 to 100.
    level, sd : ndarray of float32, shape (U, T)
        Filtered level and its sd as the atlas holds them.
    """

    dimension: Dimension
    components: tuple[BondComponent, ...]
    keys: NDArray[np.int64]
    years: range
    there: NDArray[np.bool_]
    values: Cube
    standings: Cube
    level: Cube
    sd: Cube

    def column(self, measure: str) -> int:
        """Return the place of a component."""
        return [c.measure for c in self.components].index(measure)

    def index(self, weights: NDArray[np.float64] | None = None, without: int | None = None) -> Cube:
        """Return the index, (U, T), by stated or other weights, or without one component.

        A component left out is required no longer; the weights of the others are rescaled.
        """
        w = np.array([c.weight for c in self.components]) if weights is None else weights.copy()
        eligible = self.there.copy()
        for k, component in enumerate(self.components):
            if component.required and k != without:
                eligible &= ~np.isnan(self.values[:, :, k])
        if without is not None:
            w[without] = 0.0
        flat = weighted(self.standings.reshape(-1, len(w)), w).reshape(eligible.shape)
        return np.where(eligible, flat, np.nan).astype(np.float32)

    @cached_property
    def position(self) -> Cube:
        """Position of the index among all pairs of the year, (U, T)."""
        return positions(self.index())


def positions(index: Cube) -> Cube:
    """Return the percentage of pairs of the same year with a lower index, (U, T)."""
    return np.stack([among(column.astype(float)) for column in index.T], 1).astype(np.float32)


def remembered(position: Cube, years: int = MEMORY) -> Cube:
    """Return the mean position over the last years, where the last is known, (U, T)."""
    total, count = np.zeros(position.shape), np.zeros(position.shape)
    for lag in range(years):
        part = position[:, : position.shape[1] - lag]
        total[:, lag:] += np.nan_to_num(part)
        count[:, lag:] += ~np.isnan(part)
    with np.errstate(invalid="ignore"):
        return np.where(np.isnan(position), np.nan, total / count).astype(np.float32)


def load(book: Atlas, tick: Callable[[], None] = lambda: None) -> dict[Dimension, DimensionData]:
    """Compute the components of all pairs and years of the atlas; one tick a year."""
    spans = book.spans()
    years = range(FIRST_LEVELS, max(spans[d][1] for d in DIMENSIONS) + 1)
    every = {year: pairs(year) for year in years}
    keys = np.unique(np.concatenate([key(p.a, p.b) for p in every.values()]))
    parts = {d: of(d) for d in DIMENSIONS}
    size = (len(keys), len(years))
    values = {d: np.full((*size, len(parts[d])), np.nan, np.float32) for d in DIMENSIONS}
    standings = {d: np.full_like(values[d], np.nan) for d in DIMENSIONS}
    there = np.zeros(size, bool)
    for t, all_pairs in enumerate(every.values()):
        rows = np.searchsorted(keys, key(all_pairs.a, all_pairs.b))
        there[rows, t] = True
        for d in DIMENSIONS:
            found = dimension_year(book, d, all_pairs, spans)
            values[d][rows, t] = np.stack([a.values.value for a in found.aligned], 1)
            standings[d][rows, t] = found.positions
        tick()
    out = {}
    for d in DIMENSIONS:
        level, sd = _levels(book, d, keys, years)
        out[d] = DimensionData(
            d, tuple(parts[d]), keys, years, there, values[d], standings[d], level, sd
        )
    return out


def _levels(
    book: Atlas, dimension: Dimension, keys: NDArray[np.int64], years: range
) -> tuple[Cube, Cube]:
    rows = book.rows("levels", "dimension = ?", (dimension,))
    at = np.searchsorted(keys, key(rows["a"], rows["b"]))
    level = np.full((len(keys), len(years)), np.nan, np.float32)
    sd = np.full_like(level, np.nan)
    level[at, rows["year"] - years.start] = rows["level"] * LEVEL_STEP
    sd[at, rows["year"] - years.start] = rows["sd"] * SD_STEP
    return level, sd


def measured(data: Mapping[Dimension, DimensionData], name: str) -> Cube:
    """Return the values of one component, (U, T), whatever its dimension."""
    for part in data.values():
        if name in [c.measure for c in part.components]:
            return part.values[:, :, part.column(name)]
    raise KeyError(name)


def code_of(cow: int) -> str:
    """Return the code of a state by its COW number."""
    return next(s.code for s in all_states() if s.cow == cow)
