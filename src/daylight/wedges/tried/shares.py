"""Shares of attempts that had something: by cluster, drawn towards the whole, with both ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from daylight.stats.clustered import edge, ends, resampled

PRIOR = 10
"""Clusters that the share of the whole is worth in the share of a group."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One attempt as a share sees it.

    Attributes
    ----------
    group : hashable
        What it is grouped by.
    cluster : str
    had : bool or None
        Whether it had what is counted; None where that is not known.
    doubtful : bool
    """

    group: Hashable
    cluster: str
    had: bool | None
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Share:
    """The share of a group that had it; without a known outcome only `low` and `high`.

    Attributes
    ----------
    clusters : int
        Those of the group with a known outcome.
    own : float or None
        Of the group alone, each cluster weighing as one.
    shrunk : float or None
        Drawn towards that of the whole by a prior worth :data:`PRIOR` clusters.
    lo, hi : float or None
        90 % interval of `shrunk`, with clusters drawn anew.
    low, high : float or None
        `shrunk`, had no doubtful or unknown attempt, of group and whole, had it, or had each.
        None of a group without an attempt.
    """

    clusters: int
    own: float | None
    shrunk: float | None
    lo: float | None
    hi: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Attempts of a group among others: each weighs one over those of its cluster in it."""

    weight: NDArray[np.float64]
    hits: NDArray[np.float64]
    clusters: int
    share: float
    """NaN without an attempt."""


def share(trials: Sequence[Trial], group: Hashable = None) -> Share:
    """Return the share of one group of a population, drawn towards that of the whole.

    Parameters
    ----------
    trials : sequence of Trial
        The population.
    group : hashable, optional
        None for the whole.

    Notes
    -----
    Each draw takes clusters of the whole population, and is shrunk anew (Field and Welsh 2007).
    Where all of a group had it, or none, draws have no width on one side: that end is the one of
    the exact interval for as many cases as there are clusters, shrunk likewise.
    """
    low, high = (_point(_all_read(trials, had=had), group) for had in (False, True))
    known = [t for t in trials if t.had is not None]
    part, whole = _weighed(known, group), _weighed(known, None)
    if not part.clusters:
        return Share(0, None, None, None, None, low, high)
    cluster = np.unique([t.cluster for t in known], return_inverse=True)[1]
    hits, cases, all_hits, all_cases = resampled(
        cluster, part.hits, part.weight, whole.hits, whole.weight
    )
    of_all = all_hits / all_cases
    exact = edge(whole.clusters)
    outer = _ends(of_all, whole, (1 - exact, exact))
    lo, hi = _ends((hits + PRIOR * of_all) / (cases + PRIOR), part, outer)
    return Share(part.clusters, part.share, _shrunk(part, whole.share), lo, hi, low, high)


def _all_read(trials: Sequence[Trial], *, had: bool) -> list[Trial]:
    return [replace(t, had=had) if t.doubtful or t.had is None else t for t in trials]


def _weighed(trials: Sequence[Trial], group: Hashable) -> _Weighed:
    inside = [group is None or t.group == group for t in trials]
    rows = Counter(t.cluster for t, is_in in zip(trials, inside, strict=True) if is_in)
    weight = np.array(
        [is_in / max(rows[t.cluster], 1) for t, is_in in zip(trials, inside, strict=True)]
    )
    hits = weight * np.array([bool(t.had) for t in trials])
    value = float(hits.sum() / len(rows)) if rows else float("nan")
    return _Weighed(weight, hits, len(rows), value)


def _shrunk(part: _Weighed, of_all: float) -> float:
    return (float(part.hits.sum()) + PRIOR * of_all) / (part.clusters + PRIOR)


def _point(trials: Sequence[Trial], group: Hashable) -> float | None:
    part = _weighed(trials, group)
    return _shrunk(part, _weighed(trials, None).share) if part.clusters else None


def _ends(
    draws: NDArray[np.float64], part: _Weighed, outer: tuple[float, float]
) -> tuple[float, float]:
    """Return the ends of the draws; of a group alike, with `outer` of the whole, the exact one."""
    lo, hi = ends(draws)
    n = part.clusters
    if not part.hits.any():
        hi = max(hi, (n * edge(n) + PRIOR * outer[1]) / (n + PRIOR))
    if np.array_equal(part.hits, part.weight):
        lo = min(lo, (n * (1 - edge(n)) + PRIOR * outer[0]) / (n + PRIOR))
    return lo, hi
