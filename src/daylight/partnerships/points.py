"""Points of a tie: of each ledger, carried where no number is published, and their mean."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan, sqrt

import numpy as np

from daylight.bonds.cases import Case
from daylight.bonds.records import Quantity
from daylight.core.status import Known
from daylight.measures.ledgers import chance_of
from daylight.store.schemas.ledgers import LEDGERS, POINT_STEP, Ledger

COOPERATION: tuple[Ledger, ...] = tuple(name for name in LEDGERS if name.endswith("cooperation"))
CONFLICT: tuple[Ledger, ...] = tuple(name for name in LEDGERS if name.endswith("conflict"))


def points(case: Case, name: Ledger) -> float | None:
    """Return the points of a ledger, also where no number is published; None where not known."""
    steps = case.row[name]
    return None if isnan(steps) else steps * POINT_STEP


def rivalry(case: Case) -> float | None:
    """Return the chance of rivalry, also where no number is published; None where not known."""
    angle = case.row["rivalry"]
    return None if isnan(angle) else float(chance_of(np.array(angle)))


def mean_points(case: Case, names: Sequence[Ledger]) -> float | None:
    """Return the mean of :func:`points` of some ledgers; None where one is not known."""
    known = [x for name in names if (x := points(case, name)) is not None]
    return sum(known) / len(names) if len(known) == len(names) else None


def mean(parts: Sequence[Quantity]) -> Quantity:
    """Return the mean of quantities, their errors taken as independent.

    There is none where one of them has no number.
    """
    gone = [q.status for q in parts if q.value is None]
    if gone:
        return Quantity(None, None, None, gone[0])
    n = len(parts)
    value = sum(q.value or 0.0 for q in parts) / n
    low = sqrt(sum(((q.value or 0.0) - (q.lo or 0.0)) ** 2 for q in parts)) / n
    high = sqrt(sum(((q.hi or 0.0) - (q.value or 0.0)) ** 2 for q in parts)) / n
    status: Known = "observed" if all(q.status == "observed" for q in parts) else "carried"
    return Quantity(round(value, 1), round(value - low, 1), round(value + high, 1), status)
