"""How well a score orders pairs of states, with intervals from drawing states again.

Pairs that share a state are not independent, so states are drawn with replacement and a pair
counts as often as both of its states were drawn, one number times the other (the node bootstrap
of Snijders & Borgatti 1999, Connections 22:161-170).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from daylight.core.estimate import LEVEL

Floats = NDArray[np.floating]
DRAWS = 100
MOST = 6000
"""Cases looked at in one year, at most: the same number of each category, weighted back."""
SEED = 20170201


@dataclass(frozen=True, slots=True)
class Cases:
    """Pair-years with an outcome, and the scores that are to order them.

    Attributes
    ----------
    keys, year : ndarray of int, shape (n,)
    outcome : ndarray, shape (n,)
    scores : dict of str to ndarray, shape (n,)
    """

    keys: NDArray[np.int64]
    year: NDArray[np.int64]
    outcome: Floats
    scores: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Found:
    """Draws of a figure by score; the first is the figure itself."""

    draws: dict[str, NDArray[np.float64]]
    cases: int
    years: int

    def summary(self) -> dict[str, list[float]]:
        """Return each score, and level less index, as value and 90 % interval."""
        rows = {name: _ends(x) for name, x in self.draws.items()}
        for name in ("index", "memory"):
            if name in self.draws and "level" in self.draws:
                rows[f"level-{name}"] = _ends(self.draws["level"] - self.draws[name])
        return rows


def _ends(x: NDArray[np.float64]) -> list[float]:
    lo, hi = np.nanquantile(x[1:], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return [round(float(v), 3) for v in (x[0], lo, hi)]


def state_weights(keys: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return how often each pair counts in each draw of states, (n, 1 + DRAWS); the first is 1."""
    rng = np.random.default_rng(SEED)
    drawn = rng.multinomial(1000, np.full(1000, 1 / 1000), DRAWS).T.astype(np.float32)
    some = np.ones((len(keys), 1), np.float32)
    return np.concatenate([some, drawn[keys // 1000] * drawn[keys % 1000]], axis=1)


def concordance(cases: Cases) -> Found:
    """Return how often the score agrees with the outcome on which of two cases has more.

    Over all couples of cases of one year that differ in the outcome; a tie in the score counts
    one half. With an outcome of two values it is the area under the ROC curve. Outcomes are
    whole numbers from 0, few of them.
    """
    good = {name: np.zeros(1 + DRAWS) for name in cases.scores}
    total = np.zeros(1 + DRAWS)
    rng = np.random.default_rng(SEED)
    years = 0
    for year in np.unique(cases.year).tolist():
        here = np.flatnonzero(cases.year == year)
        here, scale = _thinned(here, cases.outcome[here].astype(int), rng)
        group = cases.outcome[here].astype(int)
        if len(np.unique(group)) < 2:
            continue
        years += 1
        weight = state_weights(cases.keys[here]) * scale[:, None]
        total += _comparable(group, weight)
        for name, score in cases.scores.items():
            good[name] += _concordant(score[here], group, weight)
    total[total == 0] = np.nan  # a draw of states without a single case of the outcome
    return Found({n: g / total for n, g in good.items()}, len(cases.year), years)


def _thinned(
    here: NDArray[np.int64], group: NDArray[np.int64], rng: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    kinds = np.unique(group)
    most = MOST // max(len(kinds), 1)
    parts, scales = [], []
    for kind in kinds:
        mine = here[group == kind]
        part = mine if len(mine) <= most else rng.choice(mine, most, replace=False)
        parts.append(part)
        scales.append(np.full(len(part), len(mine) / len(part), np.float32))
    return np.concatenate(parts), np.concatenate(scales)


def _comparable(group: NDArray[np.int64], weight: NDArray[np.float32]) -> NDArray[np.float64]:
    sums = np.stack([weight[group == g].sum(0, dtype=float) for g in np.unique(group)])
    return np.asarray((sums.sum(0) ** 2 - (sums**2).sum(0)) / 2)


def _concordant(
    score: Floats, group: NDArray[np.int64], weight: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Sum, over couples of a lower and a higher category, the weight of those ordered right."""
    out = np.zeros(weight.shape[1])
    lower = np.zeros(len(score), bool)
    kinds = np.unique(group)
    for low, high in pairwise(kinds.tolist()):
        lower |= group == low
        order = np.argsort(score[lower], kind="stable")
        ordered = score[lower][order]
        below = np.concatenate(
            [np.zeros((1, weight.shape[1])), np.cumsum(weight[lower][order], 0, dtype=float)]
        )
        mine = score[group == high]
        left = np.searchsorted(ordered, mine, side="left")
        right = np.searchsorted(ordered, mine, side="right")
        out += ((below[left] + below[right]) / 2 * weight[group == high]).sum(0)
    return out


def rank_correlation(cases: Cases, given: Floats | None = None) -> Found:
    """Return the rank correlation of each score with the outcome within years.

    With `given`, it is the partial one: both are first freed of their linear relation to the
    ranks of `given`. Ranks are those in the whole sample, in each draw.
    """
    ranks = {name: _within(score, cases.year) for name, score in cases.scores.items()}
    goal = _within(cases.outcome, cases.year)
    rest = None if given is None else _within(given, cases.year)
    some = np.random.default_rng(SEED).permutation(len(goal))[: 10 * MOST]
    weight = state_weights(cases.keys[some])
    out = {}
    for name, rank in ranks.items():
        r = _pearson(rank[some], goal[some], weight)
        if rest is not None:
            with_goal = _pearson(rest[some], goal[some], weight)
            with_rank = _pearson(rest[some], rank[some], weight)
            r = (r - with_goal * with_rank) / np.sqrt((1 - with_goal**2) * (1 - with_rank**2))
        out[name] = r
    return Found(out, len(goal), len(np.unique(cases.year)))


def _within(x: Floats, year: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return ranks within years, centred, from -1/2 to 1/2."""
    out = np.empty(len(x), np.float32)
    for each in np.unique(year).tolist():
        here = year == each
        out[here] = rankdata(x[here]) / (here.sum() + 1) - 0.5
    return out


def _pearson(x: Floats, y: Floats, weight: NDArray[np.float32]) -> NDArray[np.float64]:
    total = weight.sum(0, dtype=float)
    x, y = x.astype(float), y.astype(float)
    mx, my = x @ weight / total, y @ weight / total
    cov = (x * y) @ weight / total - mx * my
    return np.asarray(
        cov / np.sqrt((x * x @ weight / total - mx**2) * (y * y @ weight / total - my**2))
    )
