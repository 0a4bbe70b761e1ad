"""How one state is drawn by another: a line of the sphere of the second."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.refs import StateRef
from daylight.ledgers.years import FIRST
from daylight.pulls.leading import leads
from daylight.pulls.pulls import TABLES, pulls
from daylight.spheres.drawn import drawn
from daylight.spheres.records import Drawn
from daylight.store.atlas import Atlas
from daylight.store.older import holds


@dataclass(frozen=True, slots=True)
class DrawnBy:
    """A state as a power draws it."""

    power: StateRef
    drawn: Drawn


def between(
    atlas: Atlas, year: int, pairs: tuple[tuple[StateRef, StateRef], ...]
) -> tuple[DrawnBy, ...]:
    """Return how the first state of each pair is drawn by the second.

    Parameters
    ----------
    atlas : Atlas
    year : int
    pairs : tuple of (StateRef, StateRef)
        Those of which either was in no year of pulls are left out.
    """
    if year < FIRST or not all(holds(atlas.manifest, name) for name in TABLES):
        return ()
    seen = pulls(atlas, year)
    found = []
    for state, power in pairs:
        row, column = seen.roll.at(state.cow), seen.roll.at(power.cow)
        if row is not None and column is not None:
            found.append(DrawnBy(power, drawn(seen, leads(seen, column), row, column)))
    return tuple(found)
