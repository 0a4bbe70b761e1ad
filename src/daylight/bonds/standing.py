"""Where a pair stands among the pairs of its year that have any tie."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.read import Row
from daylight.bonds.records import Standing
from daylight.core.frozen import frozen
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import LEDGERS, Ledger

RANKED: tuple[Ledger, ...] = tuple(name for name in LEDGERS if name.endswith("cooperation"))


def standing(atlas: Atlas, row: Row, year: int) -> tuple[Standing, ...]:
    """Return for each ledger of cooperation the percentage of pairs with fewer points.

    Among pairs with any points in it; ties share the middle.
    """
    every = _points(atlas, year)
    out = []
    for name in RANKED:
        some, mine = every[name], row[name]
        if np.isnan(mine) or mine <= 0:
            out.append(Standing(name, None, len(some)))
            continue
        fewer, same = int((some < mine).sum()), int((some == mine).sum())
        out.append(Standing(name, round(100 * (fewer + (same - 1) / 2) / len(some), 1), len(some)))
    return tuple(out)


@lru_cache(maxsize=8)
def _points(atlas: Atlas, year: int) -> dict[Ledger, NDArray[np.float64]]:
    """Return the points above zero of all pairs of a year."""
    rows = atlas.rows("ledgers", "year = ?", (year,), RANKED)
    points = {name: np.asarray(rows[name], float) for name in RANKED}
    return frozen({name: x[x > 0] for name, x in points.items()})
