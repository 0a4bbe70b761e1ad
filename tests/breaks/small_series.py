"""A few pairs of which nothing happens, for the tests of ties and breaks: no row of a producer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from daylight.breaks.pairs import FIRST, YEARS, Pairs
from daylight.breaks.series import Series
from daylight.core.lineages import pair_number

OTHERS = (20, 40, 41, 42)
"""Numbers of states that the United States are paired with here."""


def pairs(n: int = 1) -> Pairs:
    """Return n pairs of the United States that are alive in all years."""
    others = np.array(OTHERS[:n], np.int64)
    numbers = np.stack([np.full((n, YEARS), 2), np.tile(others[:, None], YEARS)])
    keys = np.array([pair_number(2, other) for other in OTHERS[:n]])
    return Pairs(keys, np.ones((n, YEARS), bool), numbers.astype(np.int64))


def calm(n: int = 1) -> Series:
    """Return series in which votes and trade stay as they are, and there is no tie."""
    shape = n, YEARS
    no = {name: np.zeros(shape, bool) for name in (
        "treaty", "obliged", "support", "left", "troops", "force", "crisis", "rival", "punished",
        "close",
    )}  # fmt: skip
    flat = np.zeros(shape)
    return Series(**no, blocs=flat, kappa=flat + 0.5, gap=flat + 0.5,
                  shares=(flat + 0.01, flat + 0.01))  # fmt: skip


def marked(series: Series, pair: int = 0, **years: object) -> Series:
    """Return the series with a mark, or a value, of one pair in some years.

    Each argument is a year, a range of years, or pairs of these and a value.
    """
    changed = {}
    for name, what in years.items():
        values = getattr(series, name).copy()
        when, value = what if isinstance(what, tuple) else (what, True)
        span = [when] if isinstance(when, int) else list(when)  # type: ignore[call-overload]
        values[pair, [year - FIRST for year in span]] = value
        changed[name] = values
    return replace(series, **changed)


def years_of(marks: np.ndarray, pair: int = 0) -> list[int]:
    """Return the years of a pair that are marked."""
    return [FIRST + int(k) for k in np.flatnonzero(marks[pair])]
