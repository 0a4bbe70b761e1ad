"""What is set against an expectation: trade, and four ledgers of points."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Z
from daylight.measures.goods import goods
from daylight.measures.measure import Floats, World
from daylight.store.schemas.ledgers import PART_STEP, POINT_STEP

TRADE = "trade_volume"
LEAST_SEEN = 1 / 3
"""Part of a ledger's maximum that must be observed for most pairs of a year."""
LEAST_KNOWN = 0.5
"""Part of the pairs of a year that must have points: where only those above zero are coded, there
is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome.

    Attributes
    ----------
    name : str
        The measure, or the ledger.
    title : str
        Name for people.
    unit : str
    power : bool
        Whether capabilities are among what the expectation rests on. They say much of conflict,
        and next to nothing of cooperation beyond GDP.
    most : float
        What no expectation can pass; infinite for amounts.
    """

    name: str
    title: str
    unit: str
    power: bool
    most: float = inf

    @property
    def bounded(self) -> bool:
        """Whether there is such a bound: the mean is then that of a part of it."""
        return self.most < inf


MOST = 100.0
"""Points of a ledger at most."""
OUTCOMES: tuple[Outcome, ...] = (
    Outcome(TRADE, "Trade", "millions of US dollars of 2015", False),
    Outcome("military_cooperation", "Military cooperation", "points", False, MOST),
    Outcome("political_cooperation", "Political cooperation", "points", False, MOST),
    Outcome("military_conflict", "Military conflict", "points", True, MOST),
    Outcome("political_conflict", "Political conflict", "points", True, MOST),
)


@dataclass(frozen=True, slots=True)
class Observed:
    """Values of an outcome in a year, for pairs a < b in any order.

    Attributes
    ----------
    a, b : ndarray of int
    value, lo, hi : ndarray of float
        NaN where it is not known; the ends hold 90 %. Points that are observed are their own ends,
        for their error is in the coding rules.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    value: Floats
    lo: Floats
    hi: Floats


def observed(outcome: Outcome, world: World, ledgers: World | None, year: int) -> Observed | None:
    """Return what is observed of an outcome in a year; None where it cannot be compared.

    Parameters
    ----------
    world : World
        With `trade` and `economies`.
    ledgers : World or None
        With the table `ledgers`. Where a part of the points is carried past its source, the ends
        are those of the band that is stored with it.
    """
    if outcome.name == TRADE:
        read = goods(world, year, year)
        factor = np.exp(Z * read.log_sd)
        return Observed(
            read.a, read.b, read.constant, read.constant / factor, read.constant * factor
        )
    if ledgers is None:
        return None
    rows = ledgers.years("ledgers", year, year)
    value, low, high = (
        np.asarray(rows[f"{outcome.name}{end}"], float) * POINT_STEP for end in ("", "_lo", "_hi")
    )
    seen = np.asarray(rows[f"{outcome.name}_seen"], float) * PART_STEP
    known = ~np.isnan(value)
    if not len(value) or known.mean() < LEAST_KNOWN or np.median(seen[known]) < LEAST_SEEN:
        return None
    a, b = (np.asarray(rows[side], np.int64) for side in ("a", "b"))
    return Observed(a, b, value, np.fmin(low, value), np.fmax(high, value))
