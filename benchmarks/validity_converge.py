"""What the dimensions go together with, and how far other weights change the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from validity_data import DimensionData
from validity_differ import alike

from daylight.bonds.components import Dimension
from daylight.measures import measure
from daylight.measures.align import key
from daylight.stats.composite import SPREAD
from daylight.store.atlas import Atlas

YEARS = (1960, 1970, 1980, 1990, 2000, 2010)
DRAWS, SEED = 50, 20170201
OUTSIDE = ("regime_affinity", "ideal_point_gap")


def convergent(book: Atlas, data: Mapping[Dimension, DimensionData]) -> list[dict[str, Any]]:
    """Return rank correlations of index and of level between dimensions and with two measures."""
    pairs: list[tuple[str, str]] = [*combinations(data, 2)]
    pairs += [(d, name) for d in data for name in OUTSIDE]
    rows = []
    for one, two in pairs:
        row: dict[str, Any] = {"one": one, "two": two}
        for kind in ("index", "level"):
            found = [
                r for year in YEARS if (r := _of_year(book, data, one, two, kind, year)) is not None
            ]
            row[kind] = [round(x, 2) for x in (float(np.mean(found)), min(found), max(found))]
        rows.append(row)
    return rows


def _of_year(
    book: Atlas, data: Mapping[Any, DimensionData], one: str, two: str, kind: str, year: int
) -> float | None:
    first = data[one]
    t = year - first.years.start
    x = (first.position if kind == "index" else first.level)[:, t]
    if two in data:
        y = (data[two].position if kind == "index" else data[two].level)[:, t]
    else:
        values = measure(two).compute(book, year, year)
        y = np.full(len(x), np.nan)
        at = np.searchsorted(first.keys, key(values.a, values.b))
        at[at == len(first.keys)] = 0
        hit = first.keys[at] == key(values.a, values.b)
        y[at[hit]] = values.value[hit]
    return alike(x, y)


def sensitivity(
    data: Mapping[Dimension, DimensionData], tick: Callable[[], None] = lambda: None
) -> dict[str, Any]:
    """Return how the index of other weights ranks pairs, against the stated weights.

    Weights are drawn as for the interval of the index; "equal" gives all components of the index
    the same, "without" leaves out the one whose absence changes most.
    """
    out: dict[str, Any] = {}
    for d, part in data.items():
        stated = np.array([c.weight for c in part.components])
        rng = np.random.default_rng(SEED)
        used = stated > 0
        drawn = []
        for w in rng.dirichlet(SPREAD * stated[used], DRAWS):
            weights = np.zeros(len(stated))
            weights[used] = w
            drawn.append(_against(part, weights))
        equal = _against(part, used / used.sum())
        least = {
            part.components[k].measure: _against(part, stated, k)
            for k in np.flatnonzero(used).tolist()
        }
        worst = min(least, key=lambda name: least[name])
        ends = np.quantile(drawn, [0.5, 0.05, 0.0])
        out[d] = {
            "drawn": [round(float(x), 3) for x in ends],
            "equal": round(equal, 3),
            "without": [worst, round(least[worst], 3)],
        }
        tick()
    return out


def _against(
    data: DimensionData, weights: NDArray[np.float64], without: int | None = None
) -> float:
    """Return the mean rank correlation over the years with the index of the stated weights."""
    times = [year - data.years.start for year in YEARS]
    few = DimensionData(
        data.dimension, data.components, data.keys, data.years, data.there[:, times],
        data.values[:, times], data.standings[:, times], data.level[:, times], data.sd[:, times],
    )  # fmt: skip
    one, two = few.index(), few.index(weights, without)
    found = [r for t in range(len(times)) if (r := alike(one[:, t], two[:, t])) is not None]
    return float(np.mean(found))
