"""All that could be known of the blocs on a day, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daylight.accession.counts import KINDS, Cases, Kind, cases
from daylight.accession.roster import FIRST, Roster, roster
from daylight.accession.signs import Signs, signs
from daylight.store.atlas import Atlas

SPELLS = ("bloc", "cow", "start", "end", "status")
NEARNESS = ("a", "b", "start", "end", "km", "contiguity")
BEGUN = "start <= ? ORDER BY start, a, b"
POSITIONS = (
    "votes = 'all' AND kind = 'filtered' AND issue = 'all' AND year <= ? ORDER BY year, cow DESC"
)
"""In order, so that in the year of a change of number the one that goes on is read last."""


@dataclass(frozen=True, eq=False)
class Seen:
    """What was known on a day.

    Attributes
    ----------
    roster : Roster
    signs : Signs
    cases : dict of Kind to Cases
    last : int
        Last full year.
    votes_to, borders_to : int
        Last years with positions, and with borders.
    """

    roster: Roster
    signs: Signs
    cases: dict[Kind, Cases]
    last: int
    votes_to: int
    borders_to: int


@lru_cache(maxsize=2)
def seen_on(atlas: Atlas, day: date) -> Seen:
    """Return what was known of all blocs on a day; kept, for other blocs of the same day."""
    there = roster(atlas.rows("bloc_spells", "start <= ?", (day,), SPELLS), day)
    last = FIRST + there.ends - 1
    nearness = atlas.rows("nearness", BEGUN, (last,), NEARNESS)
    positions = atlas.rows("ideal_points", POSITIONS, (last,), ("cow", "year", "theta"))
    found = signs(there, nearness, positions)
    every = {kind: cases(kind, there, found) for kind in KINDS}
    votes_to = int(positions["year"].max(initial=FIRST))
    borders_to = min(int(nearness["end"].max(initial=FIRST)), last)
    return Seen(there, found, every, last, votes_to, borders_to)
