"""How long ties last unbroken: survival curves of all ties, by what holds them, by Kaplan-Meier."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import CensoredData, ecdf

from daylight.breaks.risk import OUTCOMES_TO, TieYears, around
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas
from daylight.store.schemas.breaks import TIE_LEGS

Ints = NDArray[np.int64]
AFTER = (5, 10, 20, 40)
"""Years after which the part that is unbroken is told."""
LEVEL = 0.90
FEWEST = 5
"""Breaks from which on a curve is told."""


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
    ended = atlas.rows("onsets", "family = 'treaty'", columns=("a", "b", "year"))
    left = _spells(seen, around(seen.pair, seen.year, ended)[1])
    found["treaties, until one is left"] = _curve(left, left[2] & 1 > 0)
    return found


def _spells(seen: TieYears, event: Ints) -> tuple[Ints, NDArray[np.bool_], Ints]:
    """Return the length of each run of years, whether the event ends it, and its first legs."""
    first = np.flatnonzero((seen.year == seen.since) & (seen.year > FIRST)
                           & (seen.year < OUTCOMES_TO))  # fmt: skip
    ends: dict[tuple[int, int], int] = {}
    for pair, since, year in zip(*(x.tolist() for x in (seen.pair, seen.since, seen.year)),
                                 strict=True):  # fmt: skip
        ends[pair, since] = max(year, ends.get((pair, since), 0))
    keys = zip(seen.pair[first].tolist(), seen.since[first].tolist(), strict=True)
    until = np.minimum(np.array([ends[key] for key in keys]) + 1, OUTCOMES_TO)
    came = event[first] <= until
    return np.where(came, event[first], until) - seen.year[first], came, seen.legs[first]


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
