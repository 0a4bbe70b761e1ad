"""Forecasts of breaks as they could have been made each year, from the past alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.democracies import UNKNOWN
from daylight.breaks.risk import LATE, OUTCOMES_TO, Bools, Ints, TieYears, today

Floats = NDArray[np.float64]
START, END = 1970, 2010
"""First and last years in which a forecast is made."""
HALF = 0.5
"""Added to the events, and twice to the cases, of what a share is learned from: with no event yet
the forecast is small, and not nothing."""


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Forecasts of all years: what was said of each case, by three rules, and what came.

    Attributes
    ----------
    base, tier, finer : ndarray
        Chances, 0 to 1: the share before of all ties; of those that are warned, or quiet, as it is;
        and of quiet ones with as many democracies. A warned tie, and one of which the democracies
        are not known, has that of its tier for the last.
    event : ndarray of bool
    mover, other : ndarray
        The weaker side of the tie, and the stronger.
    year : ndarray
    warned : ndarray of bool
    democracies : ndarray
        As in :func:`daylight.breaks.democracies.democracies`.
    """

    base: Floats
    tier: Floats
    finer: Floats
    event: Bools
    mover: Ints
    other: Ints
    year: Ints
    warned: Bools
    democracies: Ints


def forecasts(
    seen: TieYears, event: Bools, horizon: int, risk: Bools, until: int, democracies: Ints
) -> Forecasts | None:
    """Return what would have been said each year from what was known by then; None without a year.

    Parameters
    ----------
    event : ndarray of bool
        Whether it came within the horizon.
    horizon : int
        Years ahead.
    risk : ndarray of bool
        Whether it could come.
    until : int
        Year at whose end is asked: forecasts count once their outcome is known by then.
    democracies : ndarray
        Of each year of a tie.

    Notes
    -----
    Learned from years of which the outcome was known: an origin counts `horizon` and two more
    years after it. Forecasts go as far as outcomes are known.
    """
    warned, one = seen.warned > 0, today(seen.a)
    stronger = np.where(one == seen.weaker, today(seen.b), one)
    of_tier = warned.astype(np.int64)
    of_finer = np.where(warned | (democracies == UNKNOWN), of_tier, 2 + democracies)
    parts = []
    for year in range(START, min(END, OUTCOMES_TO - horizon, until - horizon - LATE) + 1):
        test = np.flatnonzero(risk & (seen.year == year))
        past = risk & (seen.year <= year - horizon - LATE)
        said = {kind: _share(event[past & (of_tier == kind)]) for kind in (0, 1)}
        said |= {kind: _share(event[past & (of_finer == kind)]) for kind in (2, 3, 4)}
        chances = np.array([said[kind] for kind in sorted(said)])
        base = np.full(len(test), _share(event[past]))
        parts.append((base, chances[of_tier[test]], chances[of_finer[test]], test))
    if not parts:
        return None
    base, tier, finer, rows = (np.concatenate(part) for part in zip(*parts, strict=True))
    columns = (event, seen.weaker, stronger, seen.year, warned, democracies)
    return Forecasts(base, tier, finer, *(column[rows] for column in columns))


def _share(event: Bools) -> float:
    return float((event.sum() + HALF) / (len(event) + 2 * HALF))


Bins = dict[tuple[bool, int | None], tuple[float, float, int]]
Tiers = dict[tuple[bool, int | None], Bools]
"""By whether a tie is warned, and its number of democracies, None for any."""


def reliability(made: Forecasts) -> Bins:
    """Return forecast, observed share and number of cases, by whether the ties were warned."""
    tiers: Tiers = {(warned, None): made.warned == warned for warned in (False, True)}
    return _bins(made.tier, made.event, tiers)


def finer_reliability(made: Forecasts) -> Bins:
    """Return the same of the finer rule; of quiet ties by the number of democracies.

    Ties of which that is not known are left out.
    """
    tiers: Tiers = {(False, n): ~made.warned & (made.democracies == n) for n in (0, 1, 2)}
    return _bins(made.finer, made.event, tiers | {(True, None): made.warned})


def _bins(chance: Floats, event: Bools, tiers: Tiers) -> Bins:
    return {
        tier: (float(chance[at].mean()), float(event[at].mean()), int(at.sum()))
        for tier, at in tiers.items()
        if at.any()
    }
