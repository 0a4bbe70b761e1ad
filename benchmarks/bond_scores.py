"""Scores with a 90 % interval that resamples pairs."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
RESAMPLES, SEED = 100, 1946


def _draws(n: int) -> Ints:
    """Return how often each of n pairs is drawn in each resample."""
    rng = np.random.default_rng(SEED)
    return np.stack([np.bincount(rng.integers(0, n, n), minlength=n) for _ in range(RESAMPLES)])


def _with_ends(value: float, drawn: Floats, n: int) -> dict[str, Any]:
    low, high = np.nanquantile(drawn, [0.05, 0.95])
    return {"value": round(float(value), 4), "lo": round(float(low), 4),
            "hi": round(float(high), 4), "n": int(n)}  # fmt: skip


def mean(values: Floats, pair: Ints) -> dict[str, Any]:
    """Return the mean."""
    if not len(values):
        return {"value": None, "lo": None, "hi": None, "n": 0}
    _, index = np.unique(pair, return_inverse=True)
    total, n = np.bincount(index, values), np.bincount(index)
    times = _draws(len(n))
    return _with_ends(values.mean(), (times @ total) / (times @ n), len(values))


def auc(score: Floats, positive: Bools, pair: Ints) -> dict[str, Any]:
    """Return the chance that a positive case has the higher score; ties count half."""
    several = aucs({"": score}, positive, pair)
    return several[""]


def aucs(scores: dict[str, Floats], positive: Bools, pair: Ints) -> dict[str, dict[str, Any]]:
    """Return the AUC of several scores, and of each after the first its gain over the first."""
    _, index = np.unique(pair, return_inverse=True)
    n_pairs = int(index.max()) + 1
    times = _draws(n_pairs)
    out, first = {}, None
    for name, score in scores.items():
        _, level = np.unique(score, return_inverse=True)
        found = [_auc(level, positive, np.ones(len(score)))]
        found += [_auc(level, positive, weight[index].astype(float)) for weight in times]
        values = np.array(found)
        out[name] = _with_ends(values[0], values[1:], int(positive.sum()))
        out[name]["of"] = len(score)
        if first is None:
            first = values
        else:
            gain = values - first
            out[name]["gain"] = _with_ends(gain[0], gain[1:], int(positive.sum()))
    return out


def _auc(level: Ints, positive: Bools, weight: Floats) -> float:
    size = int(level.max()) + 1
    good = np.bincount(level[positive], weight[positive], size)
    bad = np.bincount(level[~positive], weight[~positive], size)
    below = np.cumsum(bad) - bad / 2
    whole = good.sum() * bad.sum()
    return float((good * below).sum() / whole) if whole else float("nan")


def bins(chance: Floats, happened: Bools, edges: tuple[float, ...]) -> list[dict[str, Any]]:
    """Return mean chance, share and number of cases of each bin of the chance."""
    at = np.clip(np.digitize(chance, edges) - 1, 0, len(edges) - 2)
    return [
        {"chance": round(float(chance[at == k].mean()), 3),
         "share": round(float(happened[at == k].mean()), 3), "n": int((at == k).sum())}
        for k in range(len(edges) - 1) if (at == k).any()
    ]  # fmt: skip


def worst(found: list[dict[str, Any]], least: int) -> float:
    """Return the largest gap of chance and share over bins with enough cases."""
    gaps = [abs(b["chance"] - b["share"]) for b in found if b["n"] >= least]
    return round(max(gaps), 3) if gaps else 0.0
