"""Votes left out of the fit: how well each scale foresees them, and how sure it should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from votes_dimensions import SETTLED, fit_space
from votes_space import Space, lines

from daylight.stats.ideal_points import Background, IdealPoints, VoteData, fit
from daylight.stats.ideal_points.model.response import curves

SHARE = 0.1
NODES = 15
LEVEL = 0.9
ERAS = ((1946, 1969), (1970, 1989), (1990, 2009), (2010, 2099))
SEED = 1946
ROUNDS = 40
"""Of a fit of one issue in two dimensions, which few votes hardly settle."""
Floats = NDArray[np.float64]


def heldout(votes: VoteData, issues: Mapping[str, NDArray[np.bool_]]) -> dict[str, Any]:
    """Leave out a tenth of the votes at random and foresee them by issue.

    Three scales: all votes, the issue's votes alone, and the issue's votes with all votes as
    background, as the atlas has it. Beside them points in two dimensions: of all votes, and of the
    issue's votes alone. All are compared on the votes for which each has a position.
    """
    rng = np.random.default_rng(SEED)
    out = rng.random(len(votes)) < SHARE
    whole, plane = fit(votes.where(~out)), fit_space(votes.where(~out))
    behind = Background(whole.state, whole.period, whole.theta)
    found = {}
    for name, mask in issues.items():
        mine, left = votes.where(mask & ~out), votes.where(mask & out)
        scales = {"all": whole, "alone": fit(mine), "own": fit(mine, background=behind)}
        planes = {"two": plane, "two_alone": fit_space(mine, most=ROUNDS)}
        chances = {key: foreseen(points, left) for key, points in {**scales, **planes}.items()}
        known = np.all([np.isfinite(c[:, :, 0]).all(1) for c in chances.values()], axis=0)
        left = left.where(known)
        chances = {key: c[known] for key, c in chances.items()}
        loss = {key: _loss(c, left.vote) for key, c in chances.items()}
        found[name] = {
            "votes": len(left),
            "loss": {key: _mean(x) for key, x in loss.items()},
            "plug_in": {key: _mean(_plug_in(c, left.vote)) for key, c in chances.items()},
            "settled": {key: bool(space.change <= SETTLED) for key, space in planes.items()},
            "better": _better(loss["alone"] - loss["own"], left.state),
            "over_two": _better(loss["two"] - loss["own"], left.state),
            "eras": {f"{a}-{b}": _era(loss, left, a, b) for a, b in ERAS},
            "inside": {
                key: coverage(chances[key], left, np.random.default_rng(SEED)) for key in scales
            },
        }
    return found


def _era(loss: Mapping[str, Floats], votes: VoteData, first: int, last: int) -> dict[str, Any]:
    inside = (votes.period >= first) & (votes.period <= last)
    gain = (loss["two"] - loss["own"])[inside]
    return {
        **{key: _mean(x[inside]) for key, x in loss.items()},
        "over_two": _better(gain, votes.state[inside]) if inside.any() else None,
    }


def foreseen(points: IdealPoints | Space, votes: VoteData) -> Floats:
    """Return the chance of each answer at each node of the position, shape (n, 3, NODES).

    The position, or in several dimensions what an item makes of the point, is normal with the mean
    and sd of the estimate; items are taken as known. NaN where the state has no position in the
    period, or the item no parameters.
    """
    row = {k: i for i, k in enumerate(_keys(points.state, points.period))}
    items = points.item if isinstance(points, Space) else points.items.item
    item = {j: i for i, j in enumerate(items.tolist())}
    at = np.array([row.get(k, -1) for k in _keys(votes.state, votes.period)])
    j = np.array([item.get(k, -1) for k in votes.item.tolist()])
    known = (at >= 0) & (j >= 0)
    at, j = at[known], j[known]
    if isinstance(points, Space):
        place, sd = lines(points, at, j)
        table = np.column_stack([np.ones(len(j)), points.cuts[j]])
    else:
        place, sd, of = points.theta[at], points.sd[at], points.items
        table = np.column_stack([of.discrimination, of.cut_yes, of.cut_no])[j]
    nodes, _ = np.polynomial.hermite_e.hermegauss(NODES)
    out = np.full((len(votes), 3, NODES), np.nan)
    for k, node in enumerate(nodes.tolist()):
        out[known, :, k] = curves_at(table, place + node * sd)
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


def _plug_in(chances: Floats, vote: NDArray[np.int64]) -> Floats:
    """Return the loss with the estimate taken as the position: the middle node stands at it."""
    return -np.log(chances[np.arange(len(vote)), vote - 1, NODES // 2])


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
