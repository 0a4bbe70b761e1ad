"""States, pairs and triads by year as one number each, to be looked up for many at once."""

from __future__ import annotations

import numpy as np

from daylight.breaks.risk import NEVER, Ints
from daylight.core.lineages import NUMBERS

SPAN = NEVER + 1
"""Years that one number can tell apart, that of a break that never came among them."""


def key(year: Ints, *states: Ints) -> Ints:
    """Return one number for states in this order, by today's numbers, and a year."""
    found = np.zeros_like(year)
    for state in states:
        found = found * NUMBERS + state
    return found * SPAN + year


def pair_key(one: Ints, other: Ints, year: Ints) -> Ints:
    """Return one number for two states, whatever their order, and a year."""
    return key(year, np.minimum(one, other), np.maximum(one, other))


def year_by_year(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return each year of some spells: the place of the spell, and the year."""
    length = np.maximum(last - first + 1, 0)
    at = np.repeat(np.arange(len(first)), length)
    since = np.arange(len(at)) - np.repeat(np.cumsum(length) - length, length)
    return at, first[at] + since
