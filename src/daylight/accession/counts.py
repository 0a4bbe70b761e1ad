"""How many could join or leave, and did, by year, bloc, points and standing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from daylight.accession.roster import STANDINGS, Bools, Ints, Roster
from daylight.accession.signs import CANDIDATE, MOST, Floats, Signs

Kind = Literal["join", "leave"]
KINDS: tuple[Kind, ...] = get_args(Kind)
HORIZONS = (1, 2, 4, 8)
"""Years ahead."""
NEVER = 10_000
APPLICANT = STANDINGS.index("applicant")
GROUPS = 4


@dataclass(frozen=True, eq=False)
class Cases:
    """Every state that could join or leave at the end of a year.

    Attributes
    ----------
    t, bloc, state : ndarray of int, shape (n,)
        Places in the roster.
    points : ndarray of int, shape (n,)
    group : ndarray of int, shape (n,)
        Coarse standing, see :func:`_group`.
    wait : ndarray of int, shape (n,)
        Years to the first year's end with the event; :data:`NEVER` where it has not come.
    years, blocs : int
        How many there are.
    """

    t: Ints
    bloc: Ints
    state: Ints
    points: Ints
    group: Ints
    wait: Ints
    years: int
    blocs: int

    def event(self, horizon: int) -> Bools:
        """Whether it came within so many years."""
        return self.wait <= horizon

    def known(self, horizon: int) -> Bools:
        """Whether the outcome is known by the last year's end."""
        return self.t + horizon < self.years

    def cells(self, horizon: int) -> Cells:
        """Return how many cases there were, and events, where the outcome is known."""
        shape = (self.years, self.blocs, MOST + 1, GROUPS)
        at = self.known(horizon)
        flat = np.ravel_multi_index(
            (self.t[at], self.bloc[at], self.points[at], self.group[at]), shape
        )
        n, events = (
            np.bincount(part, minlength=int(np.prod(shape))).reshape(shape).astype(float)
            for part in (flat, flat[self.event(horizon)[at]])
        )
        return Cells(horizon, n, events)


@dataclass(frozen=True, eq=False)
class Cells:
    """Cases and events by year, bloc, points and coarse standing, shape (t, b, p, g)."""

    horizon: int
    n: Floats
    events: Floats

    def before(self) -> Cells:
        """Return, for each year, what was known at its end of all years."""
        return Cells(self.horizon, *(self._summed(part) for part in (self.n, self.events)))

    def _summed(self, part: Floats) -> Floats:
        found = np.zeros_like(part)
        found[self.horizon :] = np.cumsum(part, axis=0)[: max(len(part) - self.horizon, 0)]
        return found


def cases(kind: Kind, known: Roster, seen: Signs) -> Cases:
    """Return the cases at ends of years.

    A state joins when it is a member in law at a later year's end. It leaves when it is none then,
    there being such a state, and a bloc: the end of a bloc is nobody's leaving.

    Parameters
    ----------
    kind : {"join", "leave"}
    known : Roster
    seen : Signs
        Of the same roster.
    """
    member, live = known.member[: known.ends], seen.live[: known.ends, :, None]
    alive = known.alive[: known.ends, None, :]
    if kind == "join":
        risk, came, points = live & ~member & alive, member, seen.points
    else:
        there = member.any(2, keepdims=True)
        risk, came, points = live & member, ~member & alive & there, seen.leaving
    t, bloc, state = np.nonzero(risk)
    at = (t, bloc, state)
    return Cases(
        t, bloc, state, points[at], _group(known.standing[at]), _wait(came)[at],
        known.ends, len(known.blocs),
    )  # fmt: skip


def _wait(came: Bools) -> Ints:
    """Return years from each end of a year to the first later one that is marked."""
    wait = np.full(came.shape, NEVER, np.int64)
    for t in range(len(came) - 2, -1, -1):
        wait[t] = np.where(came[t + 1], 1, np.minimum(wait[t + 1] + 1, NEVER))
    return wait


def _group(standing: NDArray[np.int8]) -> Ints:
    """Return 0 without a standing, 1 asking or spoken of, 2 observer or partner, 3 closer."""
    level = standing.astype(np.int64)
    return (level > 0).astype(np.int64) + (level > APPLICANT) + (level >= CANDIDATE)
