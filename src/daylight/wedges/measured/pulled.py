"""How a bloc that would divide two states draws each of them, beside how they draw each other.

A bloc draws a state as its members do together: by arms and trade the sum of their pulls, which are
parts of one; in politics the mean of their places. The state itself does not count among them.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.bonds.records import Quantity
from daylight.cohesion.spells import IN_LAW, holds, spells
from daylight.core.lineages import lineage_of
from daylight.core.refs import StateRef
from daylight.ledgers.years import FIRST
from daylight.pulls.drawn import band
from daylight.pulls.pulls import DIMENSIONS, TABLES, Dimension, Pulls, pulls
from daylight.pulls.square import Floats, Ints
from daylight.store.atlas import Atlas
from daylight.store.older import holds as has_table
from daylight.wedges.measured.records import Pulled

DIGITS = 3


def pulled(
    atlas: Atlas, target: StateRef, partner: StateRef, bloc: str, year: int
) -> tuple[Pulled, ...]:
    """Return how target and partner are drawn by each other and by a bloc.

    Parameters
    ----------
    atlas : Atlas
    target, partner : StateRef
    bloc : str
        Short name of the bloc.
    year : int
        Its members are those at the end of the year.
    """
    if year < FIRST or not all(has_table(atlas.manifest, name) for name in TABLES):
        return ()
    seen = pulls(atlas, year)
    members = _members(atlas, bloc, seen, year)
    out = []
    for state, other in ((target, partner), (partner, target)):
        row = seen.roll.at(state.cow)
        column = seen.roll.at(other.cow)
        if row is None or column is None:
            return ()
        outside = members[members != row]
        out += [
            Pulled(
                state, other.name, *(_pull(seen, d, row, np.array([column])) for d in DIMENSIONS)
            ),
            Pulled(state, bloc, *(_pull(seen, d, row, outside) for d in DIMENSIONS)),
        ]
    return tuple(out)


def _members(atlas: Atlas, bloc: str, seen: Pulls, year: int) -> Ints:
    """Return the places of the members of a bloc at the end of a year."""
    day = date(year, 12, 31)
    inside = {
        lineage_of(int(row["cow"]))
        for row in spells(atlas, bloc)
        if row["status"] in IN_LAW and holds(row, day)
    }
    return np.flatnonzero([lineage_of(int(cow)) in inside for cow in seen.roll.cows.tolist()])


def _pull(seen: Pulls, dimension: Dimension, row: int, columns: Ints) -> Quantity:
    """Return a pull on a state of one state, or of several together."""
    values: Floats = seen.of(dimension)[row, columns]
    draws: Floats = seen.drawn[dimension][:, row, columns]
    if not len(columns) or np.isnan(values).all():
        return Quantity(None, None, None, "missing")
    together = np.nanmean if dimension == "political" else np.nansum
    value = float(together(values))
    lo, hi = band(value, together(draws, axis=1))
    return Quantity(round(value, DIGITS), round(lo, DIGITS), round(hi, DIGITS), "observed")
