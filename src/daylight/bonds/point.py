"""One year of a history."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One year of a history: value and 90 % interval."""

    year: int
    value: float
    lo: float
    hi: float
