"""Votes left out of the fit: how well each scale foresees them, and how sure it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.stats.ideal_points import Background, IdealPoints, VoteData, fit
from daylight.stats.ideal_points.model.response import curves

SHARE = 0.1
NODES = 15
LEVEL = 0.9
ERAS = ((1946, 1969), (1970, 1989), (1990, 2009), (2010, 2099))
SEED = 1946
Floats = NDArray[np.float64]


def heldout(votes: VoteData, issues: Mapping[str, NDArray[np.bool_]]) -> dict[str, Any]:
    """Leave out a tenth of the votes at random and foresee them by issue.

    Three scales: all votes, the issue's votes alone, and the issue's votes with all votes as
    background, as the atlas has it.
    """
    rng = np.random.default_rng(SEED)
    out = rng.random(len(votes)) < SHARE
    whole = fit(votes.where(~out))
    behind = Background(whole.state, whole.period, whole.theta)
    found = {}
    for name, mask in issues.items():
        mine, left = votes.where(mask & ~out), votes.where(mask & out)
        made = {"all": whole, "alone": fit(mine), "own": fit(mine, background=behind)}
        chances = {key: foreseen(points, left) for key, points in made.items()}
        known = np.all([np.isfinite(c[:, :, 0]).all(1) for c in chances.values()], axis=0)
        loss = {key: _loss(c[known], left.vote[known]) for key, c in chances.items()}
        found[name] = {
            "votes": int(known.sum()),
            "loss": {key: _mean(x) for key, x in loss.items()},
            "better": _better(loss["alone"] - loss["own"], left.state[known]),
            "eras": {
                f"{a}-{b}": {
                    key: _mean(x[(left.period[known] >= a) & (left.period[known] <= b)])
                    for key, x in loss.items()
                }
                for a, b in ERAS
            },
            "inside": {
                key: coverage(c[known], left.where(known), np.random.default_rng(SEED))
                for key, c in chances.items()
            },
        }
    return found


def foreseen(points: IdealPoints, votes: VoteData) -> Floats:
    """Return the chance of each answer at each node of the position, shape (n, 3, NODES).

    The position is normal with the mean and sd of the estimate. NaN where the state has no
    position in the period, or the item no parameters.
    """
    row = {
        k: i for i, k in enumerate(zip(points.state.tolist(), points.period.tolist(), strict=True))
    }
    item = {j: i for i, j in enumerate(points.items.item.tolist())}
    at = np.array(
        [row.get(k, -1) for k in zip(votes.state.tolist(), votes.period.tolist(), strict=True)]
    )
    j = np.array([item.get(k, -1) for k in votes.item.tolist()])
    known = (at >= 0) & (j >= 0)
    nodes, _ = np.polynomial.hermite_e.hermegauss(NODES)
    table = np.stack(
        [points.items.discrimination, points.items.cut_yes, points.items.cut_no], axis=1
    )
    out = np.full((len(votes), 3, NODES), np.nan)
    for k, node in enumerate(nodes.tolist()):
        theta = points.theta[at[known]] + node * points.sd[at[known]]
        flat = curves_at(table[j[known]], theta)
        out[known, :, k] = flat
    return out


def _keys(state: NDArray[Any], period: NDArray[np.int64]) -> Iterable[tuple[Any, int]]:
    return zip(state.tolist(), period.tolist(), strict=True)


def curves_at(items: Floats, theta: Floats) -> Floats:
    """Return the chances of the three answers of each item at its own position, shape (n, 3)."""
    b, yes, no = items.T
    shifted = np.stack([np.ones_like(b), yes - b * theta, no - b * theta], axis=1)
    return curves(shifted, np.zeros(1)).p[:, :, 0]


def _weights() -> Floats:
    weights = np.polynomial.hermite_e.hermegauss(NODES)[1]
    return np.asarray(weights / weights.sum())


def _loss(chances: Floats, vote: NDArray[np.int64]) -> Floats:
    return -np.log(chances[np.arange(len(vote)), vote - 1] @ _weights())


def _mean(x: Floats) -> float | None:
    return round(float(x.mean()), 4) if len(x) else None


def _better(gain: Floats, state: NDArray[Any]) -> list[float]:
    """Return the mean gain and its 90 % interval, states resampled."""
    _, index = np.unique(state, return_inverse=True)
    total, n = np.bincount(index, gain), np.bincount(index)
    rng = np.random.default_rng(SEED)
    drawn = rng.integers(0, len(n), (2000, len(n)))
    means = total[drawn].sum(1) / n[drawn].sum(1)
    return [round(float(x), 5) for x in (gain.mean(), *np.quantile(means, [0.05, 0.95]))]


def coverage(chances: Floats, votes: VoteData, rng: np.random.Generator) -> dict[str, float]:
    """Return how often the sum of a state's votes of a year lies in its predictive interval.

    Yes counts 0, an abstention 1, no 2. Sums are whole numbers, so the place of a sum in its
    distribution is drawn within its step (a randomised probability integral transform).
    """
    key = votes.state.astype(np.int64) * 10_000 + votes.period
    _, index = np.unique(key, return_inverse=True)
    order = np.argsort(index, kind="stable")
    edges = np.searchsorted(index[order], np.arange(index.max() + 2))
    inside = []
    for a, b in pairwise(edges.tolist()):
        rows = order[a:b]
        total = np.ones((1, NODES))
        for row in rows:
            grown = np.zeros((len(total) + 2, NODES))
            for step in range(3):
                grown[step : step + len(total)] += total * chances[row, step]
            total = grown
        below = np.cumsum(total @ _weights())
        at = int((votes.vote[rows] - 1).sum())
        low = below[at - 1] if at else 0.0
        place = low + rng.random() * (below[at] - low)
        inside.append((1 - LEVEL) / 2 < place < (1 + LEVEL) / 2)
    return {"share": round(float(np.mean(inside)), 3), "n": len(inside)}
