"""What went along with joining a bloc, in the mean of those who joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.stats.clustered import ends, resampled

LEAST = 3
"""Years of joining below which drawing them anew says nothing."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Change that went along with joining.

    Attributes
    ----------
    n : int
        States that joined.
    before, after, like_before, like_after : float
        Means of the cases.
    value, lo, hi : float, or None
        Change of those who joined less change of like states, with its 90 % interval, which draws
        the years of joining anew; None with fewer than three of them.
    """

    n: int
    before: float
    after: float
    like_before: float
    like_after: float
    value: float
    lo: float | None
    hi: float | None


def effect(cases: Mapping[str, NDArray[Any]]) -> Effect | None:
    """Return the mean effect of some cases; None without any.

    Parameters
    ----------
    cases : mapping
        Columns of `bloc_joining`.
    """
    n = len(cases["year"])
    if not n:
        return None
    names = ("before", "after", "like_before", "like_after")
    before, after, like_before, like_after = (np.asarray(cases[name], float) for name in names)
    change = (after - before) - (like_after - like_before)
    years = np.asarray(cases["year"], np.int64)
    lo = hi = None
    if len(np.unique(years)) >= LEAST:
        total, drawn = resampled(years, change, np.ones(n))
        lo, hi = ends(total / drawn)
    return Effect(
        n,
        float(before.mean()),
        float(after.mean()),
        float(like_before.mean()),
        float(like_after.mean()),
        float(change.mean()),
        lo,
        hi,
    )
