"""Forecasts of breaks as they could have been made each year, and how good they were."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import LATE, OUTCOMES_TO, Bools, Ints, TieYears
from daylight.stats.clustered import ends, resampled

Floats = NDArray[np.float64]
START, END = 1970, 2010
"""First and last years in which a forecast is made."""
HALF = 0.5
"""Added to the events, and twice to the cases, of what a share is learned from: with no event yet
the forecast is small, and not nothing."""


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Forecasts of all years: of each case the share of its tier before, and of all ties.

    Attributes
    ----------
    tier, base : ndarray
        Chances, 0 to 1.
    event : ndarray of bool
    mover : ndarray
        The weaker side of the tie.
    year : ndarray
    warned : ndarray of bool
    """

    tier: Floats
    base: Floats
    event: Bools
    mover: Ints
    year: Ints
    warned: Bools


def forecasts(
    seen: TieYears, event: Bools, horizon: int, risk: Bools, until: int
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

    Notes
    -----
    Learned from years of which the outcome was known: an origin counts `horizon` and two more
    years after it. Forecasts go as far as outcomes are known.
    """
    parts = []
    for year in range(START, min(END, OUTCOMES_TO - horizon, until - horizon - LATE) + 1):
        test = risk & (seen.year == year)
        past = risk & (seen.year <= year - horizon - LATE)
        warned = seen.warned > 0
        base = np.full(test.sum(), _share(event[past]))
        tiers = [_share(event[past & (warned == tier)]) for tier in (False, True)]
        tier = np.where(warned[test], tiers[1], tiers[0])
        parts.append((tier, base, event[test], seen.weaker[test], seen.year[test], warned[test]))
    if not parts:
        return None
    return Forecasts(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def _share(event: Bools) -> float:
    return float((event.sum() + HALF) / (len(event) + 2 * HALF))


def log_skill(made: Forecasts) -> tuple[float, float, float]:
    """Return the log skill of tiers against the base rate, with a 90 % interval over movers.

    One less the ratio of the log losses: 0 where tiers are no better, below where they are worse.
    """
    ours, theirs = _loss(made.tier, made.event), _loss(made.base, made.event)
    one, other = resampled(made.mover, ours, theirs)
    return float(1 - ours.sum() / theirs.sum()), *ends(1 - one / other)


def brier_skill(made: Forecasts) -> float:
    """Return one less the ratio of the squared errors of tiers and of the base rate."""
    ours, theirs = ((p - made.event) ** 2 for p in (made.tier, made.base))
    return float(1 - ours.sum() / theirs.sum())


def auc_within_year(made: Forecasts) -> float | None:
    """Return how often a case that came had the higher forecast of two of one year.

    Ties in the forecast count half; None where no year has both kinds of case.
    """
    won = pairs = 0.0
    for year in np.unique(made.year):
        at = made.year == year
        hit, miss = made.tier[at & made.event], made.tier[at & ~made.event]
        if len(hit) and len(miss):
            higher = (hit[:, None] > miss).sum() + 0.5 * (hit[:, None] == miss).sum()
            won, pairs = won + float(higher), pairs + len(hit) * len(miss)
    return won / pairs if pairs else None


def reliability(made: Forecasts) -> dict[bool, tuple[float, float, int]]:
    """Return forecast, observed share and number of cases, by whether the ties were warned."""
    found = {}
    for warned in (False, True):
        at = made.warned == warned
        if at.any():
            found[warned] = float(made.tier[at].mean()), float(made.event[at].mean()), int(at.sum())
    return found


def _loss(p: Floats, event: Bools) -> Floats:
    loss: Floats = -np.log(np.where(event, p, 1 - p))
    return loss
