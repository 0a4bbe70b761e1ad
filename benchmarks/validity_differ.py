"""Where index and latent level disagree, by how much, and which components make the difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata, spearmanr
from validity_data import DimensionData, code_of, remembered

from daylight.bonds.components import Dimension
from daylight.store.atlas import Atlas

DRAWS, SEED = 64, 20170201
EVERY = 5
MAJOR = 20
"""States with the largest material capabilities: pairs among them are major ones."""
SHOWN = 4
"""Largest differences shown in each dimension."""
FAR = 20.0
NAMED = 2


def differences(
    book: Atlas,
    data: Mapping[Dimension, DimensionData],
    tick: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """Return the spread of the differences by dimension, and the largest among major pairs."""
    spread, largest = {}, []
    for d, part in data.items():
        known = ~np.isnan(part.position) & ~np.isnan(part.level)
        years = np.flatnonzero(known.any(0))
        spread[d] = _spread(part, known, years[::EVERY])
        last = max(years[years <= _whole(book, part) - part.years.start].tolist())
        largest += _largest(book, part, known[:, last], last)
        tick()
    return {"spread": spread, "largest": largest}


def _whole(book: Atlas, data: DimensionData) -> int:
    """Return the newest year in which every component of the index is covered.

    Later years are made of fewer parts, and differ for that reason.
    """
    spans = book.spans()
    return min(spans[c.measure][1] for c in data.components if c.weight and c.measure in spans)


def percentiles(level: NDArray[np.floating], sd: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return expected percentiles among all pairs of a year, as `daylight bond` gives them.

    A pair's draws are set against one drawn level of every pair (see
    :func:`daylight.bonds.level.level`), with fewer draws.
    """
    rng = np.random.default_rng(SEED)
    others = np.sort(level + sd * rng.standard_normal(len(level)))
    total = np.zeros(len(level))
    for _ in range(DRAWS):
        own = level + sd * rng.standard_normal(len(level))
        total += np.searchsorted(others, own)
    return total * (100.0 / (DRAWS * len(level)))


def _spread(
    data: DimensionData, known: NDArray[np.bool_], times: NDArray[np.int64]
) -> dict[str, Any]:
    """Return quantiles over pairs and years: with positions as shown, and ties in the middle."""
    shown, middle, agree = [], [], []
    index = data.index()
    for t in times.tolist():
        here = known[:, t]
        place = percentiles(data.level[here, t], data.sd[here, t])
        shown.append(np.abs(data.position[here, t] - place))
        ranks = (rankdata(index[here, t]) - 0.5) * (100.0 / here.sum())
        middle.append(np.abs(ranks - place))
        agree.append(float(spearmanr(index[here, t], data.level[here, t])[0]))
    return {
        "years": [int(times[0]) + data.years.start, int(times[-1]) + data.years.start, EVERY],
        "cases": sum(map(len, shown)),
        "shown": _quantiles(np.concatenate(shown)),
        "middle": _quantiles(np.concatenate(middle)),
        "spearman": [round(x, 2) for x in (float(np.mean(agree)), min(agree), max(agree))],
    }


def _quantiles(x: NDArray[np.floating]) -> list[float]:
    found = [*np.quantile(x, [0.5, 0.75, 0.9, 0.99]).tolist(), 100 * float((x > FAR).mean())]
    return [round(float(v), 1) for v in found]


def _largest(
    book: Atlas, data: DimensionData, known: NDArray[np.bool_], t: int
) -> list[dict[str, Any]]:
    year = t + data.years.start
    rows = book.rows("capabilities", "year = (SELECT max(year) FROM capabilities WHERE year <= ?)",
                     (year,))  # fmt: skip
    major = rows["cow"][np.argsort(-rows["cinc"])[:MAJOR]].astype(int)
    units = np.flatnonzero(known)
    place = percentiles(data.level[units, t], data.sd[units, t])
    both = np.isin(data.keys[units] // 1000, major) & np.isin(data.keys[units] % 1000, major)
    gap = np.where(both, data.position[units, t] - place, 0.0)
    out = []
    for at in np.argsort(-np.abs(gap))[:SHOWN].tolist():
        unit = int(units[at])
        a, b = divmod(int(data.keys[unit]), 1000)
        out.append({
            "pair": f"{code_of(a)}-{code_of(b)}", "dimension": data.dimension, "year": year,
            "index": round(float(data.position[unit, t]), 1), "level": round(float(place[at]), 1),
            "why": _why(book, data, unit, t, float(gap[at]), float(place[at])),
        })  # fmt: skip
    return out


def _why(book: Atlas, data: DimensionData, unit: int, t: int, gap: float, place: float) -> str:
    """Say which components count more in one of the two than in the other, and if the past does.

    A component's part is the difference of its share in the index and in the level, times how far
    the pair's standing is from the mean of all pairs.
    """
    standing = data.standings[unit, t].astype(float)
    seen = ~np.isnan(standing)
    typical = np.full(len(standing), np.nan)
    typical[seen] = np.nanmean(data.standings[:, t][:, seen], axis=0)
    index, level = _shares(book, data, seen)
    part = np.nan_to_num((index - level) * (standing - typical))
    order = np.argsort(-part * np.sign(gap))
    named = [k for k in order[:NAMED].tolist() if part[k] * np.sign(gap) > 0.5]
    texts = [
        f"`{data.components[k].measure}` stands at {standing[k]:.0f} (all pairs {typical[k]:.0f}) "
        f"and is {index[k]:.0%} of the index, {level[k]:.0%} of the level".replace("%", " %")
        for k in named
    ]
    past = float(remembered(data.position[unit : unit + 1], 2 * EVERY)[0, t])
    now = float(data.position[unit, t])
    if abs(past - place) < abs(now - place) - 5:
        texts.append(f"the level remembers: the index over ten years is {past:.0f} on average")
    return "; ".join(texts) or "no single component; many small differences"


def _shares(
    book: Atlas, data: DimensionData, seen: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rows = book.rows("loadings", "dimension = ?", (data.dimension,))
    loading = dict(zip(rows["measure"].tolist(), rows["loading"].tolist(), strict=True))
    found = []
    for x in (
        [c.weight for c in data.components],
        [loading.get(c.measure, 0.0) ** 2 for c in data.components],
    ):
        share = np.where(seen, x, 0.0)
        found.append(share / share.sum())
    return found[0], found[1]


def alike(x: NDArray[np.floating], y: NDArray[np.floating]) -> float | None:
    """Return the rank correlation over the cases that both know; None with fewer than 100."""
    both = ~np.isnan(x) & ~np.isnan(y)
    return float(spearmanr(x[both], y[both])[0]) if both.sum() >= 100 else None
