"""Exact intervals and tests of counts of trials that end one way or the other."""

from __future__ import annotations

from math import comb

from scipy.special import betaincinv

from daylight.stats.clustered import TAIL


def proportion(events: int, n: int) -> tuple[float, float]:
    """Return the ends of the exact 90 % interval of a proportion (Clopper and Pearson 1934).

    Parameters
    ----------
    events, n : int
        How many of `n` independent trials had it; `n` is at least 1.
    """
    lo = 0.0 if events == 0 else float(betaincinv(events, n - events + 1, TAIL))
    hi = 1.0 if events == n else float(betaincinv(events + 1, n - events, 1 - TAIL))
    return lo, hi


def two_proportions(events: int, n: int, others: int, m: int) -> float:
    """Return the two-sided p of Fisher's exact test that two proportions are one.

    Parameters
    ----------
    events, n : int
        How many of `n` trials had it.
    others, m : int
        The same of the other kind of trials.

    Notes
    -----
    In whole numbers, so that tables as likely as the one seen are never missed by rounding, and
    without the second that ``scipy.stats`` takes to import.
    """
    total = events + others
    ways = {k: comb(n, k) * comb(m, total - k) for k in range(min(n, total) + 1)}
    seen = ways[events]
    return sum(w for w in ways.values() if w <= seen) / sum(ways.values())
