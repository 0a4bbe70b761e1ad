"""How far a state lies from the nearest member of each bloc, and whether they share a border."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.accession.roster import FIRST, Bools, Ints, place_of
from daylight.measures.measure import Columns

Floats = NDArray[np.float64]
BORDER = (1, 3)
"""Classes of contiguity that count as a border."""


def distances(cows: Ints, nearness: Columns) -> Floats:
    """Return kilometres between capitals, NaN for a state and itself, or where not known.

    A state that changed its number and capital has that of its last rows.
    """
    a, b = (place_of(cows, nearness[side]) for side in ("a", "b"))
    km = np.full((len(cows), len(cows)), np.nan)
    km[a, b] = km[b, a] = nearness["km"].astype(float)
    np.fill_diagonal(km, np.nan)
    return km


def nearest(member: Bools, km: Floats) -> Floats:
    """Return the distance to the nearest member; most years have the members of the one before."""
    found = np.full(member.shape, np.nan)
    filled = np.where(np.isnan(km), np.inf, km)
    for t, bloc in np.ndindex(member.shape[:2]):
        if t and (member[t, bloc] == member[t - 1, bloc]).all():
            found[t, bloc] = found[t - 1, bloc]
        elif member[t, bloc].any():
            found[t, bloc] = filled[:, member[t, bloc]].min(1)
    return np.where(np.isinf(found), np.nan, found)


def borders(cows: Ints, member: Bools, nearness: Columns, years: Ints) -> Bools:
    """Return whether a state has a border with a member; the newest year known goes on."""
    kind = nearness["contiguity"].astype(float)
    at = (kind >= BORDER[0]) & (kind <= BORDER[1])
    a, b = (place_of(cows, nearness[side][at]) for side in ("a", "b"))
    start, end = (nearness[side][at].astype(np.int64) for side in ("start", "end"))
    newest_year = int(nearness["end"].max(initial=FIRST))
    found = np.zeros(member.shape, bool)
    for t, year in enumerate(np.minimum(years, newest_year).tolist()):
        here = (start <= year) & (end >= year)
        touch = np.zeros((len(cows), len(cows)), np.float32)
        touch[a[here], b[here]] = touch[b[here], a[here]] = 1
        found[t] = member[t].astype(np.float32) @ touch > 0
    return found
