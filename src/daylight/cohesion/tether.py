"""How far members of a bloc lean on its hubs, on each other, and on states outside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.pulls.drawn import band
from daylight.pulls.pulls import DIMENSIONS, Dimension, Pulls
from daylight.pulls.square import Floats, Ints

Band = tuple[float, float, float]
"""Value and the ends of its 90 % interval."""


@dataclass(frozen=True, slots=True)
class Tether:
    """Leaning of a bloc's members other than its hubs, in the mean, in one dimension.

    Attributes
    ----------
    dimension : Dimension
    hub, fellows, outside : Band or None
        Pull of the hubs together, of the other members together, and of all states outside
        together; in politics the place of the nearest hub, the mean place of the other members,
        and that of the outsider with most pull. None where it is not known.
    outsider : int or None
        Row of the state outside with most pull.
    n : int
        Members in the mean.
    """

    dimension: Dimension
    hub: Band | None
    fellows: Band | None
    outside: Band | None
    outsider: int | None
    n: int


def tethers(pulls: Pulls, members: Ints, hubs: Ints) -> tuple[Tether, ...]:
    """Return the tether by dimension; empty without a hub, or where all are hubs."""
    followers = np.setdiff1d(members, hubs)
    if not len(hubs) or not len(followers):
        return ()
    return tuple(_tether(pulls, d, members, hubs, followers) for d in DIMENSIONS)


def _tether(
    pulls: Pulls, dimension: Dimension, members: Ints, hubs: Ints, followers: Ints
) -> Tether:
    others = np.setdiff1d(np.arange(len(pulls.roll)), members)
    if dimension == "political":
        return _near(pulls, hubs, followers, others)
    best, drawn = pulls.of(dimension), pulls.drawn[dimension]
    known = followers[~np.isnan(np.delete(best[followers], followers, axis=1)).all(axis=1)]
    if not len(known):
        return Tether(dimension, None, None, None, None, 0)
    hub, fellows, outside = (
        _lean(best, drawn, known, columns) for columns in (hubs, followers, others)
    )
    outsider = int(others[_toward(best, known, others).argmax()]) if len(others) else None
    return Tether(dimension, hub, fellows, outside, outsider, len(known))


def _lean(best: Floats, drawn: Floats, rows: Ints, columns: Ints) -> Band:
    """Return the mean over rows of what they lean on some states together."""
    if not len(columns):
        return (0.0, 0.0, 0.0)
    value = float(_toward(best, rows, columns).sum())
    many = np.nan_to_num(drawn[:, rows[:, None], columns]).sum(axis=2).mean(axis=1)
    return (value, *band(value, many))


def _toward(best: Floats, rows: Ints, columns: Ints) -> Floats:
    found: Floats = np.nan_to_num(best[np.ix_(rows, columns)]).mean(axis=0)
    return found


def _near(pulls: Pulls, hubs: Ints, followers: Ints, others: Ints) -> Tether:
    """Return how near the hubs' line is, in places; the outsider is the one with most pull."""
    outsider = strongest(pulls, followers, others)
    hub = _places(pulls, followers, hubs, nearest=True)
    fellows = _places(pulls, followers, followers, nearest=False) if len(followers) > 1 else None
    outside = _places(pulls, followers, np.array([outsider]), nearest=False)
    return Tether("political", hub, fellows, outside, outsider, len(followers))


def strongest(pulls: Pulls, rows: Ints, others: Ints) -> int:
    """Return the state outside with most pull by arms and trade together."""
    total = sum(_toward(pulls.of(d), rows, others) for d in ("military", "economic"))
    return int(others[np.argmax(total)])


def _places(pulls: Pulls, rows: Ints, columns: Ints, *, nearest: bool) -> Band:
    join = np.nanmax if nearest else np.nanmean
    best = join(pulls.political[np.ix_(rows, columns)], axis=1)
    many = join(pulls.drawn["political"][:, rows[:, None], columns], axis=2).mean(axis=1)
    value = float(best.mean())
    return (value, *band(value, many))
