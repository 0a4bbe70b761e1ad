"""A share with an interval where cases come in groups that share their fate."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.stats.sums import product

Ints = NDArray[np.int64]
DRAWS, SEED = 1000, 2026
LEVEL = 0.90


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `n` cases had it, `value`, and its 90 % interval.

    Attributes
    ----------
    value, lo, hi : float or None
        None without a case.
    n, events : int
    """

    value: float | None
    lo: float | None
    hi: float | None
    n: int
    events: int


def share(event: NDArray[np.bool_], group: Ints) -> Share:
    """Return the share of cases with an event, and an interval that resamples groups.

    Parameters
    ----------
    event : ndarray of bool
        One entry a case.
    group : ndarray of int
        The group of each case; cases of one group are drawn together.

    Notes
    -----
    Percentiles of 1,000 resamples of the groups, with a fixed seed (Field and Welsh 2007, the
    cluster bootstrap). Without any event, or with nothing else, resampling gives no width: there
    the outer end is that of the exact binomial interval for as many cases as there are groups
    (Clopper and Pearson 1934), which takes each group for one case.
    """
    n, events = len(event), int(event.sum())
    if n == 0:
        return Share(None, None, None, 0, 0)
    _, index = np.unique(group, return_inverse=True)
    cases, hits = np.bincount(index), np.bincount(index, weights=event)
    groups, tail = len(cases), (1 - LEVEL) / 2
    if events in (0, n):
        edge = 1 - tail ** (1 / groups)
        lo, hi = (0.0, edge) if events == 0 else (1 - edge, 1.0)
        return Share(events / n, lo, hi, n, events)
    drawn = np.random.default_rng(SEED).multinomial(groups, np.full(groups, 1 / groups), DRAWS)
    sums = product(drawn.astype(float), np.stack([hits, cases.astype(float)], axis=1))
    lo, hi = np.quantile(sums[:, 0] / sums[:, 1], (tail, 1 - tail))
    return Share(events / n, float(lo), float(hi), n, events)
