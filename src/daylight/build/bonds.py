"""The table of bonds: positions with intervals for all pairs, dimensions and years."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import polars as pl

from daylight.bonds.year import all_dimensions
from daylight.core.periods import FIRST_YEAR
from daylight.measures.measure import World

TENTHS = 10.0


def bonds(
    world: World,
    coverage: Mapping[str, tuple[int, int]],
    last_full_year: int,
    tick: Callable[[], None] = lambda: None,
) -> pl.DataFrame:
    """Return positions in tenths of a point and interval arms in points rounded up.

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
    parts: list[pl.DataFrame] = []
    for year in range(FIRST_YEAR, last_full_year + 1):
        every, found = all_dimensions(world, year, coverage)
        for name, result in found.items():
            known = ~np.isnan(result.value)
            if not known.any():
                continue
            value = np.round(result.value[known] * TENTHS)
            below = np.ceil(value / TENTHS - result.lo[known])
            above = np.ceil(result.hi[known] - value / TENTHS)
            parts.append(
                pl.DataFrame(
                    {
                        "a": every.a[known],
                        "b": every.b[known],
                        "value": value,
                        "below": np.maximum(below, 0),
                        "above": np.maximum(above, 0),
                    }
                ).with_columns(dimension=pl.lit(name), year=pl.lit(year))
            )
        tick()
    return pl.concat(parts)
