"""Joint counts pooled over a window of years, and the gap of one pair among all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Estimate, absent
from daylight.core.frozen import frozen
from daylight.divergences.records import Gap
from daylight.measures.issues import title
from daylight.stats.agreement import Scores, agreement
from daylight.stats.ranks import share_below
from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS


@dataclass(frozen=True, slots=True)
class Pool:
    """All pairs of one issue over a window: who, joint counts, and kappa."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    counts: NDArray[np.int64]
    kappa: NDArray[np.float64]


@lru_cache(maxsize=8)
def pooled(atlas: Atlas, start: int, end: int) -> Mapping[str, Pool]:
    """Return joint counts of all pairs of voters summed over a window, by issue."""
    pools = {}
    for issue, rows in atlas.vote_sums(start, end).items():
        counts = np.stack([rows[c] for c in VOTE_COUNTS], axis=1).astype(np.int64)
        kappa = agreement(counts, "squared", "cohen").value
        pools[issue] = Pool(rows["a"], rows["b"], counts, kappa)
    return frozen(pools)


def gap(
    pools: Mapping[str, Pool],
    atlas: Atlas,
    issue: str,
    a: Sequence[int],
    b: Sequence[int],
    span: tuple[int, int],
) -> Gap:
    """Return how a pair voted on one issue, and its place among all pairs.

    Parameters
    ----------
    pools : mapping of str to Pool
        Of the window; empty where votes do not reach it.
    a, b : sequence of int
        COW numbers that each state had in the window: its votes under all of them count.
    span : (int, int)
        First and last year of the window.
    """
    held = int(atlas.held(issue, *span)) if pools else 0
    pool = pools.get(issue)
    counts = _counts(pool, a, b) if pool else np.zeros((0, 9), np.int64)
    if pool is None or not len(counts):
        none = absent("missing" if pools else "outside_coverage")
        return Gap(issue, title(issue), none, none, None, 0, held)
    total = counts.sum(axis=0, keepdims=True)
    same, kappa = (part[0] for part in score(total))
    place = np.nan
    if kappa.value is not None:
        place = float(share_below(np.array([kappa.value]), pool.kappa)[0])
    return Gap(
        issue=issue,
        title=title(issue),
        agreement=same,
        kappa=kappa,
        position=None if np.isnan(place) else place,
        n=int(total.sum()),
        held=held,
    )


def _counts(pool: Pool, a: Sequence[int], b: Sequence[int]) -> NDArray[np.int64]:
    """Return the joint counts of every pair of numbers.

    Rows are the votes of the state whose newest number is lower, so that the order in which two
    states are asked about changes nothing, not even in the last digit.
    """
    rows = []
    for one, two in product(*sorted((a, b), key=lambda held: held[-1])):
        low, high = sorted((one, two))
        hit = np.flatnonzero((pool.a == low) & (pool.b == high))
        tables = pool.counts[hit].reshape(-1, 3, 3)
        rows.append((tables if one < two else tables.transpose(0, 2, 1)).reshape(-1, 9))
    return np.concatenate(rows)


def score(counts: NDArray[np.int64]) -> tuple[list[Estimate], list[Estimate]]:
    """Return agreement and kappa of each row of joint counts.

    Kappa is left undefined where either state always voted alike: the formula then gives
    0 however much they agree, which says nothing about where they part.
    """
    same = agreement(counts, "nominal", "none")
    kappa = agreement(counts, "squared", "cohen")
    tables = counts.reshape(-1, 3, 3)
    fixed = ((tables.sum(1) > 0).sum(1) < 2) | ((tables.sum(2) > 0).sum(1) < 2)
    value = np.where(fixed, np.nan, kappa.value)
    return _estimates(same), _estimates(replace(kappa, value=value))


def _estimates(scores: Scores) -> list[Estimate]:
    columns = (scores.value, scores.lo, scores.hi, scores.n)
    return [
        absent("missing", n) if np.isnan(value) else Estimate(value, lo, hi, n)
        for value, lo, hi, n in zip(*(c.tolist() for c in columns), strict=True)
    ]
