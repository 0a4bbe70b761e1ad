"""The tables of bonds: index positions and latent levels of all pairs, dimensions and years."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl

from daylight.bonds.components import COMPONENTS, DIMENSIONS, FIRST_LEVELS, Dimension
from daylight.bonds.indicators import Years
from daylight.bonds.latent import DimensionLevels, dimension_levels
from daylight.bonds.year import DimensionYear, composites, dimension_year
from daylight.core.periods import FIRST_YEAR
from daylight.measures.align import Pairs, key, pairs
from daylight.measures.measure import World
from daylight.stats.composite import Composite
from daylight.store.schemas import ARM_STEP, LEVEL_STEP, POSITION_STEP, SD_STEP

_KEYS = {"a": pl.Int64, "b": pl.Int64, "year": pl.Int64}
LEVELS = {**_KEYS, "level": pl.Float64, "sd": pl.Float64, "dimension": pl.String}
LOADINGS = {
    "dimension": pl.String, "measure": pl.String, "loading": pl.Float64,
    "communality": pl.Float64, "categories": pl.Int64, "steadiness": pl.Float64,
    "strain": pl.Float64, "converged": pl.Boolean,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BondTables:
    """`bonds`: index positions; `levels`: latent levels; `loadings`: how they are measured."""

    bonds: pl.DataFrame
    levels: pl.DataFrame
    loadings: pl.DataFrame


def bond_tables(
    world: World,
    coverage: Mapping[str, tuple[int, int]],
    last_full_year: int,
    tick: Callable[[], None] = lambda: None,
) -> BondTables:
    """Return the three tables; the components of every pair and year are computed once.

    Parameters
    ----------
    world : World
        The tables that measures read.
    coverage : mapping
        First and last covered year by measure.
    last_full_year : int
        Years after it are incomplete and get no position.
    tick : callable
        Called once a year, for a progress bar.
    """
    kept = {c.measure: Years({}, {}) for c in COMPONENTS}

    def one(year: int) -> list[pl.DataFrame]:
        every = pairs(year)
        years = {d: dimension_year(world, d, every, coverage) for d in DIMENSIONS}
        if year >= FIRST_LEVELS:
            _keep(kept, year, every, years)
        tick()
        return [_positions(name, year, every, made) for name, made in composites(years).items()]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        parts = [p for made in pool.map(one, range(FIRST_YEAR, last_full_year + 1)) for p in made]
        levels = pool.map(lambda d: _levels(d, kept, last_full_year), DIMENSIONS)
        found = [made for made in levels if made]
    return BondTables(
        pl.concat(parts),
        pl.concat([pl.DataFrame(schema=LEVELS), *(_level_rows(one) for one in found)]),
        pl.concat([pl.DataFrame(schema=LOADINGS), *(_loading_rows(one) for one in found)]),
    )


def _positions(name: str, year: int, every: Pairs, found: Composite) -> pl.DataFrame:
    """Return positions and interval arms in the steps of the table, arms rounded up."""
    known = ~np.isnan(found.value)
    value = np.round(found.value[known] / POSITION_STEP)
    below = np.ceil((value * POSITION_STEP - found.lo[known]) / ARM_STEP)
    above = np.ceil((found.hi[known] - value * POSITION_STEP) / ARM_STEP)
    columns = {"value": value, "below": np.maximum(below, 0), "above": np.maximum(above, 0)}
    return pl.DataFrame({"a": every.a[known], "b": every.b[known], **columns}).with_columns(
        dimension=pl.lit(name), year=pl.lit(year)
    )


def _keep(
    kept: Mapping[str, Years], year: int, every: Pairs, years: Mapping[Dimension, DimensionYear]
) -> None:
    pair = key(every.a, every.b)
    for part in years.values():
        for component, column in zip(part.components, part.aligned, strict=True):
            values = column.values.value
            if not np.isnan(values).all():
                kept[component.measure].keys[year] = pair
                kept[component.measure].values[year] = values.astype(np.float32)


def _levels(dimension: Dimension, kept: Mapping[str, Years], last: int) -> DimensionLevels | None:
    components = [c for c in COMPONENTS if c.dimension == dimension]
    return dimension_levels(dimension, components, kept, range(FIRST_LEVELS, last + 1))


def _level_rows(one: DimensionLevels) -> pl.DataFrame:
    """Return filtered levels in the steps of the table, where they are supported.

    Smoothed ones follow from them (:mod:`daylight.stats.smoother`) and are not stored.
    """
    unit, time = np.nonzero(one.seen)
    pair, found = one.keys[unit], one.levels
    return pl.DataFrame(
        {
            "a": pair // 1000,
            "b": pair % 1000,
            "year": time + one.years.start,
            "level": np.round(found.mean_then[unit, time] / LEVEL_STEP),
            "sd": np.ceil(found.sd_then[unit, time] / SD_STEP),
        }
    ).with_columns(dimension=pl.lit(one.dimension))


def _loading_rows(one: DimensionLevels) -> pl.DataFrame:
    factor = one.fit.factor
    rows = [
        (one.dimension, c.measure, x.loading, x.communality, len(x.cuts) + 1, factor.steadiness,
         factor.strain, one.fit.converged)
        for c, x in zip(one.components, factor.loadings, strict=True)
    ]  # fmt: skip
    return pl.DataFrame(rows, LOADINGS, orient="row")
