"""What would have been said each year from what was known by then, and how good it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from daylight.accession.counts import Cells
from daylight.accession.rates import by_points, chance, openness, overall
from daylight.accession.roster import FIRST
from daylight.accession.signs import Floats
from daylight.stats.clustered import ends, resampled

Way = Literal["all", "standing", "bloc", "signs"]
"""How a chance can be made: the share of all cases, of those of a standing, the bloc's own rate,
or points and the bloc's openness."""
Ladder = tuple[tuple[Way, tuple[Way, ...]], ...]
START = 1970
"""First year in which a forecast is judged."""
LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Skill:
    """How much better one way is than another: one less the ratio of the log losses.

    Attributes
    ----------
    way, other : Way
    value, lo, hi : float
        0 where it is no better; the 90 % interval draws blocs anew.
    """

    way: Way
    other: Way
    value: float
    lo: float
    hi: float


@dataclass(frozen=True, eq=False)
class Forecasts:
    """Chances of every way for each year, bloc, points and coarse standing.

    Attributes
    ----------
    cells : Cells
        Cases and events of the years judged; none elsewhere.
    chances : dict of Way to ndarray, shape (t, b, p, g)
        One long in the axes that make no difference.
    """

    cells: Cells
    chances: dict[Way, Floats]

    def losses(self, way: Way) -> Floats:
        """Return the log loss of all cases, summed by bloc."""
        p = np.clip(self.chances[way], LEAST, 1 - LEAST)
        same = tuple(axis for axis in (2, 3) if p.shape[axis] == 1)
        n, hit = (part.sum(same, keepdims=True) for part in (self.cells.n, self.cells.events))
        return np.asarray((-hit * np.log(p) - (n - hit) * np.log(1 - p)).sum((0, 2, 3)))

    def skill(self, way: Way, other: Way) -> Skill:
        """Return how much better one way is than another, by bloc."""
        ours, theirs = (self.losses(name) for name in (way, other))
        one, two = resampled(np.arange(len(ours)), ours, theirs)
        return Skill(way, other, float(1 - ours.sum() / theirs.sum()), *ends(1 - one / two))


def made(n: Floats, events: Floats, horizon: int) -> dict[Way, Floats]:
    """Return the chances of every way from counts known, shape (..., b, p, g).

    They have one entry in the axes that make no difference.
    """
    n_p, e_p = n.sum(-1), events.sum(-1)
    share = overall(n_p, e_p)[..., None, None]
    points = by_points(n_p.sum(-2), e_p.sum(-2), horizon)[..., None, :]
    group = by_points(n.sum((-3, -2)), events.sum((-3, -2)), horizon, rise=False)
    came = e_p.sum(-1)
    times = openness((n_p * points).sum(-1), came, horizon)[..., None]
    own = openness((n_p * share).sum(-1), came, horizon)[..., None]
    return {
        "all": share[..., None],
        "standing": group[..., None, None, :],
        "bloc": chance(share, own)[..., None],
        "signs": chance(points, times)[..., None],
    }


def forecasts(cells: Cells) -> Forecasts:
    """Return the forecasts of each year from :data:`START` whose outcome is known.

    A year learns only from years whose horizon had passed by its end.
    """
    known = cells.before()
    judged = np.arange(len(cells.n)) >= START - FIRST
    kept = (np.where(judged[:, None, None, None], part, 0.0) for part in (cells.n, cells.events))
    return Forecasts(Cells(cells.horizon, *kept), made(known.n, known.events, cells.horizon))


def chosen(judged: Forecasts, ladder: Ladder) -> tuple[Way, tuple[Skill, ...]]:
    """Return the first way that surely beats all that it is set against, and every comparison.

    Parameters
    ----------
    judged : Forecasts
    ladder : tuple of (Way, tuple of Way)
        Ways to try in their order, each with those that it has to beat. The share of all is what
        remains.
    """
    if not judged.cells.events.any():
        return "all", ()
    told: list[Skill] = []
    for way, others in ladder:
        skills = [judged.skill(way, other) for other in others]
        told += skills
        if all(one.lo > 0 for one in skills):
            return way, tuple(told)
    return "all", tuple(told)
