"""Values that a source gives and that cannot mean what they say, and the sentences about them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Estimate
from daylight.measures.goods import Side
from daylight.say.numbers import estimate_text

WHOLE = 1.0
"""A fraction of what a state has (its GDP, its trade) above this is flagged, never cut."""
WHY = (
    "Such numbers come from goods that pass through, or from ships under a flag of convenience. "
    "It is no dependence."
)
OPEN_REGISTRIES = (31, 57, 58, 95, 338, 352, 450, 983)
"""States under whose flag ships of others sail, by UNCTAD's Review of Maritime Transport 2002
(reported at freightwaves.com, "Flags of convenience lead global fleet growth"): the Bahamas, Saint
Vincent and the Grenadines, Antigua and Barbuda, Panama, Malta, Cyprus, Liberia, the Marshall
Islands. A ship that a yard delivers to an owner there is an export to the state, and need never
call there: South Korea sells Liberia and the Marshall Islands more than their GDP. The share of
all trade can be read even so, for both its parts have the same fault."""
THROUGH = 1.5
"""Goods traded over GDP above which much of them passes through, or comes in as parts and goes out
as wholes: Singapore, Belgium, Vietnam. Trade counts the whole value each time, GDP only what is
added."""
TINY_USD2015_M = 1000.0
"""GDP below which one ship or one gift of goods moves dependence by a tenth."""
TRAPS = ("open_registry", "beyond_gdp", "passes_through", "tiny")
"""Why a dependence on GDP may not mean what it says, the worst first."""


def traps(cow: NDArray[np.int64], side: Side, price: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return for each row which of :data:`TRAPS` apply, as columns.

    Parameters
    ----------
    cow : ndarray of int
        The state that depends.
    side : Side
        What it trades and has.
    price : ndarray of float
        US dollars of 2015 in one of the year.
    """
    return np.column_stack(
        [
            np.isin(cow, OPEN_REGISTRIES),
            side.dependence > WHOLE,
            side.goods > THROUGH * side.gdp,
            side.gdp * price < TINY_USD2015_M,
        ]
    )


def beyond_whole(estimate: Estimate | None) -> bool:
    """Whether a fraction is more than the whole of what it is a fraction of."""
    return estimate is not None and (estimate.value or 0.0) > WHOLE


def beyond_whole_text(title: str, of: str, on: str, estimate: Estimate) -> str:
    """Say that a fraction is more than the whole: `title` of one state on another."""
    value = estimate_text(estimate, True)
    return f"{title} of {of} on {on} is more than the whole: {value}. {WHY}"
