"""How many states change their community a year, and how firm the links through years are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from communities_stability import alike

from daylight.communities.layers import layers
from daylight.communities.partition import Together, together
from daylight.communities.through import through_years
from daylight.core.lineages import newest
from daylight.store.atlas import Atlas
from daylight.tables.positions.parallel import side_by_side

HOLDS = (1.0, 3.0, 6.0)
HELD = range(1976, 2000)
"""Years on which ways to hold communities through years are compared."""
BACK, AGAIN = 3, 50


def changes(atlas: Atlas) -> dict[str, Any]:
    """Return how many states change a year: in the table, and in consensus as it is held."""
    rows = atlas.rows("communities")
    lines = np.nan_to_num(np.asarray(rows["line"], float), nan=0.0).astype(int)
    table = list(zip(rows["cow"].tolist(), rows["year"].tolist(), lines.tolist(), strict=True))
    found = side_by_side((together, (layers(atlas, year),)) for year in HELD)
    held = {}
    for hold in HOLDS:
        groups = through_years(found, hold)
        cells = [(cow, one.year, int(group) + 1) for one, of in zip(found, groups, strict=True)
                 for cow, group in zip(one.states.tolist(), of, strict=True)]  # fmt: skip
        held[str(hold)] = _moves(cells)
    return {"table": _moves(table), "held": held, "again": _again(found)}


def _again(found: Sequence[Together]) -> dict[str, float]:
    """Return how alike two searches for the consensus are, by year and over all years at once."""
    one, other = (through_years(found, seed=seed) for seed in (0, AGAIN))
    return {
        "years": float(np.mean([alike(a, b) for a, b in zip(one, other, strict=True)])),
        "whole": alike(np.concatenate(one), np.concatenate(other)),
    }


def _moves(cells: list[tuple[int, int, int]]) -> dict[str, float]:
    """Return shares of states a year that move, that enter or leave none (0), that come back."""
    paths: dict[int, dict[int, int]] = {}
    for cow, year, line in cells:
        paths.setdefault(newest(cow), {})[year] = line
    n = moved = none = back = 0
    for path in paths.values():
        for year in path.keys() & {y + 1 for y in path}:
            before, now = path[year - 1], path[year]
            n += 1
            moved += before != now and bool(before) and bool(now)
            none += before != now and not (before and now)
            later = {path.get(year + k) for k in range(1, BACK + 1)}
            back += before != now and bool(before) and bool(now) and before in later
    return {"moved": moved / n, "none": none / n, "back": back / n}
