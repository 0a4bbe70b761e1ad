"""Leave one component out, and see whether index or level of the others tells who has more of it.

The index and the level of a year are made again without the component: the index with rescaled
weights, the level with a model fitted anew. Each then orders the pairs of the same year.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from validity_data import DimensionData, positions, remembered
from validity_latent import filtered, indicators, refit, supported
from validity_rank import Cases, Found, concordance

from daylight.stats.factor import MISSING

YEARS = 10
"""Years drawn for each component, of those in which it has values enough."""
LEAST = 100
"""Pairs with all values that a year must have."""
SAMPLE = 1500
SEED = 20170201
CONTENDERS = ("index", "memory", "level")


def heldout(
    data: DimensionData, tick: Callable[[], None] = lambda: None
) -> dict[str, dict[str, object]]:
    """Return the concordance of each component with the rest of its dimension, and the mean."""
    every = indicators(data)
    found: dict[str, Found] = {}
    for k in every.columns:
        rest = every.only(tuple(c for c in every.columns if c != k))
        factor = refit(rest.panel, sample=SAMPLE)
        position = positions(data.index(without=k))
        scores = {
            "index": position,
            "memory": remembered(position),
            "level": filtered(rest.panel, factor),
        }
        category = every.panel.category[:, :, every.columns.index(k)]
        known = (category != MISSING) & supported(rest.panel, factor)
        known &= ~np.isnan(position)
        cases = _cases(data, category, known, scores, data.components[k].sign)
        if cases is not None:
            found[data.components[k].measure] = concordance(cases)
        tick()
    rows = {name: _row(one) for name, one in found.items()}
    return {**rows, "mean": _row(_mean(list(found.values())))}


def _cases(
    data: DimensionData,
    category: NDArray[np.int8],
    known: NDArray[np.bool_],
    scores: dict[str, NDArray[np.float32]],
    sign: int,
) -> Cases | None:
    enough = [
        t
        for t in range(category.shape[1])
        if known[:, t].sum() >= LEAST and len(np.unique(category[known[:, t], t])) > 1
    ]
    if not enough:
        return None
    rng = np.random.default_rng(SEED)
    some = np.sort(rng.choice(enough, min(YEARS, len(enough)), replace=False))
    unit, at = np.nonzero(known[:, some])
    time = some[at]
    seen = category[unit, time].astype(int)
    outcome = seen if sign > 0 else seen.max() - seen
    return Cases(
        data.keys[unit],
        time + data.years.start,
        outcome,
        {name: score[unit, time] for name, score in scores.items()},
    )


def _mean(parts: list[Found]) -> Found:
    draws = {n: np.mean([p.draws[n] for p in parts], axis=0) for n in CONTENDERS}
    return Found(draws, sum(p.cases for p in parts), max(p.years for p in parts))


def _row(found: Found) -> dict[str, object]:
    return {"years": found.years, "cases": found.cases, **found.summary()}
