"""Intervals where cases come in groups that share their fate: the groups are drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.stats.sums import product

Ints = NDArray[np.int64]
DRAWS, SEED = 1000, 2026
LEVEL = 0.90
TAIL = (1 - LEVEL) / 2
FEW = 10
"""Groups with an event below which resampling them is too sure."""


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


def share(event: NDArray[np.bool_], group: Ints, worth: int | None = None) -> Share:
    """Return the share of cases with an event, and an interval that resamples groups.

    Parameters
    ----------
    event : ndarray of bool
        One entry a case.
    group : ndarray of int
        The group of each case; cases of one group are drawn together.
    worth : int, optional
        Cases in which one event counts, as a break does in every year that looks so far ahead. By
        default an event could be in all cases of its group.

    Notes
    -----
    Percentiles of 1,000 resamples of the groups, with a fixed seed (Field and Welsh 2007, the
    cluster bootstrap). Without any event, or with nothing else, resampling gives no width: there
    the outer end is that of the exact binomial interval for as many cases as there are groups
    (Clopper and Pearson 1934), which takes each group for one case. With events in fewer than
    :data:`FEW` groups, resampling is too sure: the ends are no nearer than those of the exact
    interval of groups with an event, times the events of one such group.
    """
    n, events = len(event), int(event.sum())
    if n == 0:
        return Share(None, None, None, 0, 0)
    groups = len(np.unique(group))
    if events == 0:
        whole = 1.0 if worth is None else min(worth * groups / n, 1.0)
        return Share(0.0, 0.0, edge(groups) * whole, n, 0)
    if events == n:
        return Share(1.0, 1 - edge(groups), 1.0, n, events)
    hits, cases = resampled(group, event, np.ones(n))
    lo, hi = ends(hits / cases)
    hit = len(np.unique(group[event]))
    if hit < FEW:
        each = events / n / (hit / groups)
        low, high = exact(hit, groups)
        lo, hi = min(lo, low * each), min(max(hi, high * each), 1.0)
    return Share(events / n, lo, hi, n, events)


def exact(hits: int, cases: int) -> tuple[float, float]:
    """Return the ends of the exact 90 % interval of a share (Clopper and Pearson 1934).

    For a few hits; without SciPy, which takes half a second to import, on the path of a question.
    """
    lo = _where(lambda p: 1 - _at_most(hits - 1, cases, p), TAIL) if hits else 0.0
    hi = _where(lambda p: 1 - _at_most(hits, cases, p), 1 - TAIL) if hits < cases else 1.0
    return lo, hi


def _at_most(hits: int, cases: int, chance: float) -> float:
    """Return the chance of at most so many hits."""
    return sum(comb(cases, k) * chance**k * (1 - chance) ** (cases - k) for k in range(hits + 1))


def _where(rising: Callable[[float], float], level: float) -> float:
    """Return the chance at which something that rises with it has a level, by halving."""
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < level else (low, middle)
    return low


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times oftener cases with a mark had an event than those without, with 90 % interval.

    Attributes
    ----------
    value, lo, hi : float or None
        None where there are no cases on one side, or no event among those without the mark.
    n, events : int
        Cases with the mark, and how many of them had the event.
    """

    value: float | None
    lo: float | None
    hi: float | None
    n: int
    events: int


def widest(parts: Sequence[Share] | Sequence[Ratio]) -> tuple[float | None, float | None]:
    """Return the outer ends of several intervals of one quantity, as of several groupings."""
    lo = min((part.lo for part in parts if part.lo is not None), default=None)
    return lo, max((part.hi for part in parts if part.hi is not None), default=None)


def ratio(event: NDArray[np.bool_], mark: NDArray[np.bool_], group: Ints) -> Ratio:
    """Return the ratio of the shares with and without a mark; groups are drawn together.

    Draws without an event among the cases without the mark have no ratio, and are left out. Where
    no case with the mark had the event, the upper end is that of :func:`share` over the share
    without.
    """
    n, events = int(mark.sum()), int(event[mark].sum())
    if not n or not event[~mark].any():
        return Ratio(None, None, None, n, events)
    if not events:
        most = share(event[mark], group[mark]).hi or 0.0
        return Ratio(0.0, 0.0, most / float(event[~mark].mean()), n, 0)
    hit, with_, miss, without = resampled(group, event & mark, mark, event & ~mark, ~mark)
    drawn = np.full(len(hit), np.nan)
    np.divide(hit * without, with_ * miss, out=drawn, where=(with_ > 0) & (miss > 0))
    value = float(event[mark].mean() / event[~mark].mean())
    return Ratio(value, *ends(drawn), n, events)


def edge(cases: int) -> float:
    """Return the upper end of the exact interval of a share that none of so many cases had."""
    return float(1 - TAIL ** (1 / cases))


def resampled(group: Ints, *parts: NDArray[Any]) -> NDArray[np.float64]:
    """Return the sums of some values of each case over groups drawn anew.

    Parameters
    ----------
    group : ndarray of int
        The group of each case.
    *parts : ndarray
        Values of each case.

    Returns
    -------
    ndarray
        One row a part, one column a draw.
    """
    _, index = np.unique(group, return_inverse=True)
    columns = [np.bincount(index, weights=np.asarray(part, float)) for part in parts]
    sums = np.stack(columns, axis=1).astype(float)
    found: NDArray[np.float64] = product(_drawn(len(sums)), sums).T
    return found


@lru_cache(maxsize=16)
def _drawn(n: int) -> NDArray[np.float64]:
    """Return how often each of so many groups is drawn, one row a draw; kept, since many ask."""
    drawn = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), DRAWS).astype(float)
    drawn.flags.writeable = False
    return drawn


def ends(draws: NDArray[np.float64]) -> tuple[float, float]:
    """Return the ends of the 90 % interval of a drawn quantity; draws without one are left out."""
    lo, hi = np.nanquantile(draws, (TAIL, 1 - TAIL))
    return float(lo), float(hi)
