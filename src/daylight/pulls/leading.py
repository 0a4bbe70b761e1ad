"""Who has the largest pull on each state, and who lies in whose sphere.

A state has the lead on another by arms where its pull is the largest of all states and a quarter at
least, and by trade where it is the largest and a tenth at least. In politics everybody stands near
to somebody like itself, so that only powers are set against each other: the one whose place is
highest has the lead, where that place is in the top quarter. A power is a state that has the lead
on five others by arms or by trade. A state lies in the sphere of one that has the lead on it in two
of the three dimensions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.pulls.pulls import DIMENSIONS, Dimension, Pulls
from daylight.pulls.square import Floats, Ints

LEAST: dict[Dimension, float] = {"military": 0.25, "political": 0.75, "economic": 0.10}
"""Pull that a lead needs. A tenth of trade is what makes a tie (docs/methods/breaks)."""
OTHERS = 5
"""Leads by arms, or by trade, that make a power."""
DIMENSIONS_WITHIN = 2
"""Leads that make a state lie in a sphere."""
NOBODY = -1
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Leads:
    """Who leads on whom: rows of states, :data:`NOBODY` where nobody does.

    Attributes
    ----------
    best : dict of str to ndarray of int, shape (n,)
        By dimension.
    drawn : dict of str to ndarray of int, shape (DRAWS, n)
        As it might be.
    powers : ndarray of int
        Rows of the powers, most leads first.
    """

    best: dict[Dimension, Ints]
    drawn: dict[Dimension, Ints]
    powers: Ints

    def of(self, power: int) -> dict[Dimension, Bools]:
        """Return by dimension on whom a state has the lead."""
        return {d: who == power for d, who in self.best.items()}

    def within(self, power: int) -> tuple[Bools, Bools]:
        """Return who lies in the sphere of a state, and the same as it might be."""
        best = sum((who == power).astype(int) for who in self.best.values())
        drawn = sum((who == power).astype(int) for who in self.drawn.values())
        return np.asarray(best >= DIMENSIONS_WITHIN), np.asarray(drawn >= DIMENSIONS_WITHIN)


def leads(pulls: Pulls, also: int | None = None) -> Leads:
    """Return who leads on whom.

    Parameters
    ----------
    pulls : Pulls
    also : int, optional
        Row of a state that is set against the powers in politics, whether it is one or not.
    """
    best: dict[Dimension, Ints] = {
        d: _largest(pulls.of(d), LEAST[d]) for d in ("military", "economic")
    }
    drawn: dict[Dimension, Ints] = {
        d: _largest(pulls.drawn[d], LEAST[d]) for d in ("military", "economic")
    }
    counts = np.stack(
        [np.bincount(who[who >= 0], minlength=len(pulls.roll)) for who in best.values()]
    )
    found = np.flatnonzero(counts.max(axis=0) >= OTHERS)
    powers = found[np.argsort(-counts.sum(axis=0)[found], kind="stable")]
    against = powers if also is None or also in powers else np.append(powers, also)
    best["political"] = _among(pulls.political, against)
    drawn["political"] = _among(pulls.drawn["political"], against)
    return Leads({d: best[d] for d in DIMENSIONS}, {d: drawn[d] for d in DIMENSIONS}, powers)


def _largest(pull: Floats, least: float) -> Ints:
    known = np.nan_to_num(pull)
    who = known.argmax(axis=-1)
    most = np.take_along_axis(known, who[..., None], axis=-1)[..., 0]
    return np.where(most >= least, who, NOBODY)


def _among(places: Floats, powers: Ints) -> Ints:
    if not len(powers):
        return np.full(places.shape[:-1], NOBODY)
    return np.where(
        (who := _largest(places[..., powers], LEAST["political"])) < 0, NOBODY, powers[who]
    )
