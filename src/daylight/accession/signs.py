"""What is seen of a state and a bloc at the end of a year, in points: more points, more likely.

A state outside gets up to nine points for joining:

- 3, 2 or 1 where the nearest capital of a member is within 1,000, 2,500 or 5,000 km of its own;
- 1 for a border with a member, on land or over at most 24 nautical miles of water;
- 2 or 1 where it votes in the United Nations nearer to the members' mean than nine in ten, or half,
  of all states outside; 1 where no position is known;
- 2 for a candidate; 1 for an observer, a partner, an applicant, or one that is spoken of;
- 1 while it has been outside for at most 15 years: who stayed out for long mostly stays out.

A member gets points for leaving only by its standing: 2 where its leaving is announced, 1 while it
is suspended. Nothing else that was tried tells members apart, see docs/methods/accession.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.accession.near import borders, distances, nearest
from daylight.accession.roster import (
    FIRST,
    FULL,
    LEAST_MEMBERS,
    STANDINGS,
    Bools,
    Ints,
    Roster,
)
from daylight.accession.voters import nearer_voters
from daylight.measures.measure import Columns

Floats = NDArray[np.float64]
NEAR_KM = (1000, 2500, 5000)
VOTES = (0.1, 0.5)
"""Share of the states outside that vote nearer to the members, below which there is a point."""
VOTES_UNKNOWN = 1
CANDIDATE = STANDINGS.index("candidate")
LONG = 15
"""Years outside after which it has stayed out for long."""
MOST = len(NEAR_KM) + 1 + len(VOTES) + 2 + 1
"""Most points for joining."""


@dataclass(frozen=True, eq=False)
class Signs:
    """Signs of each day of a roster, bloc and state; of no use where a bloc is not `live`.

    Attributes
    ----------
    km : ndarray, shape (t, b, s)
        From its capital to the nearest one of another member; NaN where there is none.
    border : ndarray of bool, shape (t, b, s)
    votes : ndarray, shape (t, b, s)
        Share of the states outside that vote nearer to the members' mean; NaN where not known.
    outside : ndarray of int, shape (t, b, s)
        Years that a state has been outside while there were it and the bloc, from the first day
        of the roster on.
    live : ndarray of bool, shape (t, b)
        Whether the bloc has two members.
    points, leaving : ndarray of int, shape (t, b, s)
        Points for joining and leaving, whoever is in or out.
    """

    km: Floats
    border: Bools
    votes: Floats
    outside: Ints
    live: Bools
    points: Ints
    leaving: Ints


def signs(known: Roster, nearness: Columns, positions: Columns) -> Signs:
    """Return the signs of every day of a roster; those of years are of the last full year.

    Parameters
    ----------
    known : Roster
    nearness : Columns
        a, b, start, end, km, contiguity of the table `nearness`.
    positions : Columns
        cow, year, theta of filtered positions in all votes: each from votes up to its year.
    """
    member = known.member
    live = member.sum(2) >= LEAST_MEMBERS
    years = np.minimum(np.arange(len(known.days)), known.ends - 1) + FIRST
    km = nearest(member, distances(known.cows, nearness))
    border = borders(known.cows, member, nearness, years)
    votes = nearer_voters(known.cows, member, known.alive, positions, years)
    level = known.standing
    near = sum((km <= limit).astype(np.int64) for limit in NEAR_KM)
    aligned = sum((votes < share).astype(np.int64) for share in VOTES)
    aligned = np.where(np.isnan(votes), VOTES_UNKNOWN, aligned)
    asked = (level > 0).astype(np.int64) + (level >= CANDIDATE)
    outside = _years_outside(~member & known.alive[:, None, :] & live[:, :, None])
    points = near + border + aligned + asked + (outside <= LONG)
    leaving = np.clip(level - FULL, 0, None).astype(np.int64)
    return Signs(km, border, votes, outside, live, points, leaving)


def _years_outside(out: Bools) -> Ints:
    """Return how many years to each have been marked without a break."""
    found = np.zeros(out.shape, np.int64)
    for t in range(1, len(out)):
        found[t] = np.where(out[t], found[t - 1] + 1, 0)
    return found
