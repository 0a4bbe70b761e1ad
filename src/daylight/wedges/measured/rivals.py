"""Strategic rivalries by pair and year, as numbers that can be looked up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import NEVER, Ints, today
from daylight.core.lineages import NUMBERS
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas

RIVALRIES_TO = 2020
"""Last year of the list of rivalries."""


def rivalries(atlas: Atlas) -> NDArray[np.int64]:
    """Return the pairs and years of strategic rivalry, as :func:`pair_year` numbers them."""
    spells = atlas.rows(
        "ties", "measure = 'rivalry' AND value > 0 AND \"end\" >= ?", (FIRST,),
        ("cow", "partner", "start", "end"),
    )  # fmt: skip
    one, other = today(spells["cow"]), today(spells["partner"])
    first = np.maximum(np.asarray(spells["start"], np.int64), FIRST)
    length = np.asarray(spells["end"], np.int64) - first + 1
    at = np.repeat(np.arange(len(first)), length)
    years = first[at] + np.arange(len(at)) - np.repeat(np.cumsum(length) - length, length)
    return np.unique(pair_year(one[at], other[at], years))


def pair_year(one: Ints, other: Ints, year: Ints) -> Ints:
    """Return one number for a pair of today's numbers and a year, whatever their order."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    found: Ints = (low * NUMBERS + high) * NEVER + year
    return found
