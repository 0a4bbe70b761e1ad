"""Likeness of two regimes, from an index of electoral democracy."""

from __future__ import annotations

import numpy as np

from daylight.measures.measure import Measure, Values, World, coded
from daylight.measures.positions import pairs

TABLE = "regimes"
ABOUT = """
Likeness of two regimes: one less the distance of their electoral democracy, 0 to 1.

The index is V-Dem's electoral democracy (polyarchy), from 0 to 1. Two democracies and two
autocracies are equally alike by it. That is context for a political tie and no cooperation: it
moves when one state changes at home and neither has done anything to the other.

The index is estimated, and the error that V-Dem publishes is not in the file used here. The
interval is therefore the value itself and says nothing of that error.
"""


def compute(world: World, start: int, end: int) -> Values:
    """Return the likeness of every pair of states whose index is known in a year."""
    rows = world.years(TABLE, start, end)
    first, second = pairs(rows["year"], rows["cow"])
    index = rows["polyarchy"].astype(float)
    # three decimals, as the source has them, free of the rounding of 32-bit numbers
    value = np.round(1 - np.abs(index[first] - index[second]), 3)
    return coded(rows["cow"][first], rows["cow"][second], rows["year"][first], value)


MEASURE = Measure(
    name="regime_affinity",
    title="Likeness of regimes",
    unit="1 less the distance of electoral democracy, 0 to 1",
    about=ABOUT,
    low=0.0,
    high=1.0,
    directed=False,
    undirected="same",
    table=TABLE,
    absence="missing",
    interval="none: the file has no error of the index, and its ends equal the value",
    citation="Teorell, Coppedge, Lindberg & Skaaning 2019, Stud Comp Int Dev 54:71-95",
    method="visits-and-regimes",
    compute=compute,
)
