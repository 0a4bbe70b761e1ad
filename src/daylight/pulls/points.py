"""Points of stored ledgers as squares, with draws of what is carried."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.pulls.drawn import carried
from daylight.pulls.square import Columns, Floats, Roll
from daylight.store.schemas.ledgers import PART_STEP, POINT_STEP, Ledger


def points(
    roll: Roll, ledgers: Columns, ledger: Ledger, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Return the points of a ledger for all pairs, and draws of them; 0 where nothing is known.

    Parameters
    ----------
    roll : Roll
    ledgers : mapping
        Rows of the table `ledgers` of the year.
    ledger : str
    rng : numpy.random.Generator
    """
    best, lo, hi = (
        roll.square(ledgers, in_points(ledgers[f"{ledger}{end}"])) for end in ("", "_lo", "_hi")
    )
    holds = roll.square(ledgers, np.asarray(ledgers[f"{ledger}_holds"], float) * PART_STEP)
    best = np.nan_to_num(best)
    return best, carried(best, lo, hi, holds, rng)


def in_points(column: NDArray[Any]) -> Floats:
    """Return a stored column of half points in points."""
    return np.asarray(column, float) * POINT_STEP
