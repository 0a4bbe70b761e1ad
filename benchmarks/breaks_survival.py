"""How long ties last unbroken: survival curves of all ties, by what holds them, by Kaplan-Meier."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import CensoredData, ecdf

from daylight.breaks.risk import OUTCOMES_TO, TieYears, pairs_of
from daylight.store.atlas import Atlas
from daylight.store.schemas.breaks import TIE_LEGS

Ints = NDArray[np.int64]
AFTER = (5, 10, 20, 40)
"""Years after which the part that is unbroken is told."""
LEVEL = 0.90
FEWEST = 5
"""Breaks from which on a curve is told."""
FIRST = 1946
NEVER = 9999


def survival(atlas: Atlas, seen: TieYears) -> dict[str, dict[str, Any]]:
    """Return the part of ties unbroken after some years, of all and by leg, and of treaties left.

    A tie begins with the first year of a run of years, and is looked at until it breaks, its run
    ends, or breaks can no longer be dated. Runs that stood in the first year are left out: nobody
    knows from here when they began.
    """
    spells = _spells(seen, seen.broke)
    found = {"all ties": _curve(spells, np.ones(len(spells[0]), bool))}
    for k, name in enumerate(TIE_LEGS):
        found[f"begun with {name.replace('_', ' ')}"] = _curve(spells, spells[2] >> k & 1 > 0)
    left = _spells(seen, _first(atlas, seen, "treaty"))
    found["treaties, until one is left"] = _curve(left, left[2] & 1 > 0)
    return found


def _first(atlas: Atlas, seen: TieYears, family: str) -> Ints:
    """Return the year of the first onset of a family after each year, or :data:`NEVER`."""
    rows = atlas.rows("onsets", "family = ?", (family,), ("a", "b", "year"))
    when = np.sort(pairs_of(rows) * NEVER + np.asarray(rows["year"], np.int64))
    at = np.searchsorted(when, seen.pair * NEVER + seen.year, side="right")
    after = np.append(when, -1)[at]
    return np.where(after // NEVER == seen.pair, after % NEVER, NEVER)


def _spells(seen: TieYears, event: Ints) -> tuple[Ints, NDArray[np.bool_], Ints]:
    """Return the length of each run of years, whether the event ends it, and its first legs."""
    order = np.lexsort((seen.year, seen.pair))
    pair, year, legs, broke = (x[order] for x in (seen.pair, seen.year, seen.legs, event))
    starts = np.flatnonzero(np.r_[True, (np.diff(pair) != 0) | (np.diff(year) != 1)])
    ends = np.r_[starts[1:], len(pair)] - 1
    kept = (year[starts] > FIRST) & (year[starts] < OUTCOMES_TO)
    starts, ends = starts[kept], ends[kept]
    until = np.minimum(year[ends] + 1, OUTCOMES_TO)
    came = broke[starts] <= until
    last = np.where(came, broke[starts], until)
    return last - year[starts], came, legs[starts]


def _curve(spells: tuple[Ints, NDArray[np.bool_], Ints], kept: NDArray[np.bool_]) -> dict[str, Any]:
    length, came = spells[0][kept], spells[1][kept]
    size = {"n": int(kept.sum()), "events": int(came.sum())}
    if size["events"] < FEWEST:
        return {**size, "after": {}}
    found = ecdf(CensoredData(uncensored=length[came], right=length[~came])).sf
    with warnings.catch_warnings(action="ignore"):  # no width before the first break: told as 1
        ends = found.confidence_interval(LEVEL, method="log-log")

    def at(curve: Any, years: int) -> float:
        return round(float(np.nan_to_num(curve.evaluate(years), nan=1.0)), 3)

    points = {
        str(years): {
            "value": at(found, years),
            "lo": at(ends.low, years),
            "hi": at(ends.high, years),
        }
        for years in AFTER
    }
    return {**size, "after": points}
