"""How a bloc that would divide two states draws each of them, beside how they draw each other.

A bloc draws a state as its members do together; the state itself does not count among them.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.bonds.drawn import pull_on
from daylight.cohesion.spells import IN_LAW, holds, spells
from daylight.core.lineages import lineage_of
from daylight.core.refs import StateRef
from daylight.ledgers.years import FIRST
from daylight.pulls.pulls import DIMENSIONS, TABLES, Pulls, pulls
from daylight.pulls.square import Ints
from daylight.store.atlas import Atlas
from daylight.store.older import holds as has_table
from daylight.wedges.measured.records import Pulled


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
                state, other.name, *(pull_on(seen, d, row, np.array([column])) for d in DIMENSIONS)
            ),
            Pulled(state, bloc, *(pull_on(seen, d, row, outside) for d in DIMENSIONS)),
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
