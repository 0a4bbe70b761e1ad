"""Class of the major arms that a state received from another, as an item of the ledgers has it."""

from __future__ import annotations

import numpy as np

from daylight.measures.measure import CODED, Measure, Values, World, both_ways, coded
from daylight.measures.spans import fixed

TABLE = "ledger_items"
YEARS = (1954, 2025)
"""Of the register of 18 May 2026, which begins in 1950: the first window of five years is whole in
1954."""
COLUMNS = ("a", "b", "year", "arms_ab", "arms_ba")
ABOUT = """
Class of the major arms that a received from b in this year and the four before it.

0 none, 1 minor and 2 major deliveries, by a rule over the register of SIPRI; folded, the higher of
the two directions. Volumes do not ship, for their terms forbid it. Small arms, most drones and most
ammunition are not in the register.
"""


def compute(world: World, start: int, end: int) -> Values:
    """Return the class of every pair, in both directions."""
    rows = world.years(TABLE, start, end, COLUMNS)
    # The item has what a delivered to b; the measure, like the other ones of arms, what a received.
    a, b, year, value = both_ways(rows, "arms_ba", "arms_ab")
    known = np.tile(~np.isnan(value).reshape(2, -1).all(axis=0), 2)
    return coded(a[known], b[known], year[known], value[known])


MEASURE = Measure(
    name="arms_deliveries",
    title="Class of arms received",
    unit="0 none, 1 minor, 2 major deliveries in five years",
    about=ABOUT,
    low=0.0,
    high=2.0,
    directed=True,
    undirected="higher",
    table=TABLE,
    absence="missing",
    interval=CODED,
    citation="Daylight: docs/methods/ledgers, from SIPRI's register",
    method="ledgers",
    compute=compute,
    sources=("sipri_classes",),
    span=fixed(*YEARS),
)
