"""All that is measured of one bloc in one year."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from daylight.cohesion.hubs import Shares, shares
from daylight.cohesion.roster import roster
from daylight.cohesion.tether import Tether, tethers
from daylight.cohesion.trade import Flows, Inside, flows, inside, year_of
from daylight.cohesion.voting import WINDOW, Alike, alike_square, cohesion, spread, votes_of
from daylight.measures.issues import ALL
from daylight.measures.measure import World
from daylight.pulls import pulls
from daylight.pulls.pulls import Pulls
from daylight.pulls.square import Floats, Ints
from daylight.stats.gaps import Interval

TABLES = (*pulls.TABLES, "votes", "rollcalls", "ideal_points", "nearness", "opportunity")
"""Tables that a year of a bloc rests on, besides who belongs to it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A bloc in a year.

    Attributes
    ----------
    members : ndarray of int
        Rows among the states of the year.
    shares : Shares
    tethers : tuple of Tether
    votes : Alike or None
    distance : (float, float, float) or None
        Mean distance of ideal points, with its interval.
    trade : Inside or None
    """

    members: Ints
    shares: Shares
    tethers: tuple[Tether, ...]
    votes: Alike | None
    distance: tuple[float, float, float] | None
    trade: Inside | None


@dataclass(frozen=True, eq=False)
class Year:
    """What all blocs of a year are measured with; trade by its own years is kept."""

    world: World
    pulls: Pulls
    alike: Floats
    calls: int
    points: Interval
    traded: dict[int, Flows] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, seen: Pulls) -> Year:
        """Return the year of some pulls.

        Parameters
        ----------
        world : World
            With :data:`TABLES`.
        seen : Pulls
        """
        roll = seen.roll
        points = world.years("ideal_points", roll.year, roll.year)
        use = (points["votes"] == ALL) & (points["kind"] == "filtered") & (points["issue"] == ALL)
        placed = (roll.by_state(points["cow"][use], points[c][use]) for c in ("theta", "lo", "hi"))
        return cls(
            world, seen, alike_square(roll, votes_of(world, roll.year)), held(world, roll.year),
            Interval(*placed),
        )  # fmt: skip

    def members(self, day: date) -> dict[str, Ints]:
        """Return the rows of the members of every bloc on a day."""
        return roster(self.world, self.pulls.roll, day)

    def flows(self, year: int) -> Flows:
        """Return trade of a year, which may be before this one."""
        if year not in self.traded:
            self.traded[year] = flows(self.world, self.pulls.roll, year)
        return self.traded[year]

    def measured(self, members: Ints) -> Measured:
        """Return all that is measured of a group of states."""
        found = shares(self.pulls, members)
        when = year_of(self.pulls, members)
        return Measured(
            members,
            found,
            tethers(self.pulls, members, found.hubs),
            cohesion(self.alike, members, self.calls),
            spread(self.points, members),
            None if when is None else inside(self.flows(when), members),
        )


def held(world: World, year: int, issue: str = ALL) -> int:
    """Return the recorded votes on an issue in the window that ends with a year."""
    rows = world.years("rollcalls", year - WINDOW + 1, year)
    return int(np.sum(rows["held"][rows["issue"] == issue]))
