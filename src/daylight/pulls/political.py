"""Political pull: whose line a state is closest to.

No source says who follows whom, so that the political pull is a place, and has no direction of its
own: with p the points of political cooperation less those of political conflict,

    pull[i, j] = part of all other states k with p[i, k] < p[i, j].

Votes in the United Nations, shared organisations and blocs are in the one, rivalry and broken
relations in the other.
"""

from __future__ import annotations

import numpy as np

from daylight.pulls.points import points
from daylight.pulls.square import Columns, Floats, Roll
from daylight.store.schemas.ledgers import POINT_STEP

LEVELS = 401
"""Steps from -100 to 100 points."""


def political(roll: Roll, ledgers: Columns, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return the political pull of each state (columns) on each other (rows), and draws of it.

    Parameters
    ----------
    roll : Roll
    ledgers : mapping
        Rows of `ledgers` of the year.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of shape (n, n), ndarray of shape (DRAWS, n, n)
        Places in parts of one; NaN on the diagonal.
    """
    (good, drawn_good), (bad, drawn_bad) = (
        points(roll, ledgers, name, rng) for name in ("political_cooperation", "political_conflict")
    )
    return places((good - bad)[None])[0], places(drawn_good - drawn_bad)


def places(net: Floats) -> Floats:
    """Return the place of each column among all columns of its row but the row's own.

    Parameters
    ----------
    net : ndarray, shape (m, n, n)
        Points between -100 and 100, taken to the nearest stored step.

    Returns
    -------
    ndarray, shape (m, n, n)
        Part of the other columns with fewer points.
    """
    m, n, _ = net.shape
    codes = np.round(net / POINT_STEP).astype(np.int64) + LEVELS // 2
    rows = np.arange(m * n).reshape(m, n, 1)
    own = np.eye(n, dtype=bool)
    cells = (rows * LEVELS + codes)[:, ~own]
    counts = np.bincount(cells.ravel(), minlength=m * n * LEVELS).reshape(m * n, LEVELS)
    lower = np.cumsum(counts, axis=1, dtype=np.int32) - counts
    found = lower.ravel()[rows * LEVELS + codes].astype(np.float32) / max(n - 2, 1)
    found[:, own] = np.nan
    return found
