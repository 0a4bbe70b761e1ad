"""Which pair-years of the peace scale the relationship is fitted on."""

from __future__ import annotations

import numpy as np
import polars as pl

from daylight.ledgers.nowcast.cube import Cube
from daylight.ledgers.steps import coded
from daylight.ledgers.years import FIRST, LAST


def pairs(*keys: int) -> Cube:
    """Return a cube of pairs that are in the system in all years, and of nothing else."""
    alive = np.ones((len(keys), LAST - FIRST + 1), bool)
    unit, year = np.nonzero(alive)
    free, near = np.zeros(alive.shape, np.float32), np.zeros(len(keys), bool)
    return Cube(np.array(keys, np.int64), alive, {}, {}, free, near, unit, year)


def test_a_pair_that_changed_its_number_counts_once_in_that_year() -> None:
    """Germany is 260 and 255 in 1990: two rows of the scale, one of the cube."""
    rows = [(220, 260, 1989, 0.75), (220, 260, 1990, 0.75), (220, 255, 1990, 0.75)]
    rows += [(220, 255, 1991, 1.0), (220, 255, 2015, 1.0), (2, 20, 1990, 0.75)]
    levels = pl.DataFrame(rows, ["cow", "partner", "year", "value"], orient="row")
    got = coded(pairs(220_255), levels)
    assert (got.year + FIRST).tolist() == [1989, 1990, 1991], "2015 is past the scale's use"
    assert got.unit.tolist() == [0, 0, 0]
    assert got.level.tolist() == [0.75, 0.75, 1.0]
