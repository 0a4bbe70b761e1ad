"""How many sides of each tie were democracies, as far as it is known at the end of its year."""

from __future__ import annotations

import numpy as np

from daylight.breaks.risk import NEVER, Columns, Ints, TieYears, today

DEMOCRATIC = 0.5
"""Level of the index of electoral democracy from which on a state is called democratic."""
LAG = 1
"""Years until the index of a year is known: it is published in the spring after."""
UNKNOWN = -1
"""Stands for a number that is not known, since one of the two has no index."""
TEXTS = {0: "without a democracy", 1: "with one democracy", 2: "of two democracies"}
"""Numbers as they are told of ties."""


def democracies(seen: TieYears, regimes: Columns) -> Ints:
    """Return how many sides of each tie were democracies in the year before: 0, 1 or 2.

    Parameters
    ----------
    seen : TieYears
    regimes : mapping of str to ndarray
        cow, year and polyarchy of the table of that name. Nothing later than the year before that
        of a tie is looked at.

    Returns
    -------
    ndarray
        :data:`UNKNOWN` where the index of either is not known.
    """
    keys = today(regimes["cow"]) * (NEVER + 1) + np.asarray(regimes["year"], np.int64)
    level = np.asarray(regimes["polyarchy"], float)
    free = dict(zip(keys.tolist(), (level >= DEMOCRATIC).tolist(), strict=True))
    unknown = 2 * UNKNOWN - 1
    sides = [
        np.array([free.get(k, unknown) for k in key.tolist()], np.int64)
        for key in (today(cow) * (NEVER + 1) + seen.year - LAG for cow in (seen.a, seen.b))
    ]
    return np.maximum(sides[0] + sides[1], UNKNOWN)
