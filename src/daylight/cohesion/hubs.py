"""Which member the others lean on: found from pulls, not named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import numpy as np

from daylight.pulls.drawn import band
from daylight.pulls.pulls import Leaning, Pulls
from daylight.pulls.square import Floats, Ints
from daylight.stats.gaps import Interval

LEANS: tuple[Leaning, ...] = get_args(Leaning)
OF_LARGEST = 0.5
"""A hub has at least this part of the share of the largest."""
LEAST = 2
"""Members of a bloc in which a hub can be told."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Part of all leaning among the members that is on each of them.

    Attributes
    ----------
    share : Interval
        One entry a member, of both dimensions together; in [0, 1], adding up to 1; NaN where
        nobody leans on anybody.
    by_dimension : dict of str to ndarray
        The same of each.
    hubs : ndarray of int
        Rows of the hubs, largest first; empty where none can be told.
    """

    share: Interval
    by_dimension: dict[Leaning, Floats]
    hubs: Ints


def shares(pulls: Pulls, members: Ints) -> Shares:
    """Return how the leaning of members on each other is shared out, and who is a hub.

    A hub is a member whose share is above an even one, 1 / n, by the lower end of its interval,
    and at least half of the largest. Both dimensions are parts of one, and are added up, so that
    the one in which members lean on each other at all decides.

    Parameters
    ----------
    pulls : Pulls
    members : ndarray of int
        Their rows.
    """
    best = {d: _toward(pulls.of(d)[np.ix_(members, members)]) for d in LEANS}
    drawn = [_toward(pulls.drawn[d][:, members[:, None], members]) for d in LEANS]
    value, many = (_parts(np.sum(x, axis=0)) for x in (list(best.values()), drawn))
    ends = [band(v, many[:, k]) if v == v else (np.nan, np.nan) for k, v in enumerate(value)]
    lo, hi = (np.array(side) for side in zip(*ends, strict=True))
    by_dimension = {d: _parts(toward) for d, toward in best.items()}
    return Shares(Interval(value, lo, hi), by_dimension, _hubs(members, value, lo))


def _toward(pull: Floats) -> Floats:
    """Return how much of all is toward each member; shape (..., n)."""
    found: Floats = (np.nan_to_num(pull) * (1 - np.eye(pull.shape[-1]))).sum(axis=-2)
    return found


def _parts(toward: Floats) -> Floats:
    whole = toward.sum(axis=-1, keepdims=True)
    return np.divide(toward, whole, out=np.full_like(toward, np.nan), where=whole > 0)


def _hubs(members: Ints, value: Floats, lo: Floats) -> Ints:
    if len(members) < LEAST or np.isnan(value).all():
        return members[:0]
    order = np.argsort(-value, kind="stable")
    above = (lo > 1 / len(members)) & (value >= OF_LARGEST * np.nanmax(value))
    return members[[k for k in order if above[k]]]
