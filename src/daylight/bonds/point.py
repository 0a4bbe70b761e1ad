"""One year of a history."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.store.schemas import ARM_STEP, POSITION_STEP


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a history: value and 90 % interval."""

    year: int
    value: float
    lo: float
    hi: float


def stored(year: int, value: int, below: int, above: int) -> Point:
    """Return a point of the table ``bonds``, whose numbers are in steps."""
    at = value * POSITION_STEP
    return Point(year, at, max(at - below * ARM_STEP, 0.0), min(at + above * ARM_STEP, 100.0))
