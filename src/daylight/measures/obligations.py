"""Shared part of the obligation measures: promises of one state to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.measures.measure import CODED, Measure, Values, World, both_ways, coded

ATOP = "Leeds, Ritter, Mitchell & Long 2002, International Interactions 28:237-260"


def obligation_measure(
    name: str,
    title: str,
    unit: str,
    high: float,
    about: str,
    value: Callable[[NDArray[Any]], NDArray[Any]],
    suffix: str = "",
) -> Measure:
    """Return a directed measure made from the bitmask of a's promises to b.

    With the suffix ``_narrow`` the broad pledges are left out: treaties of more than twenty
    members that promise only consultation or non-aggression, and the CIS Charter.
    """

    def compute(world: World, start: int, end: int) -> Values:
        rows = world.years("alliances", start, end)
        a, b, year, masks = both_ways(rows, f"ab{suffix}", f"ba{suffix}")
        return coded(a, b, year, value(masks.astype(np.int64)))

    return Measure(
        name=name,
        title=title,
        unit=unit,
        about=about,
        low=0.0,
        high=high,
        directed=True,
        undirected="higher",
        table="alliances",
        absence="structural_zero",
        interval=CODED,
        citation=ATOP,
        method="alliances",
        compute=compute,
    )
