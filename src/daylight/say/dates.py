"""How dates are written."""

from __future__ import annotations

from datetime import date

from daylight.core.partial import PartialDate


def day(when: date) -> str:
    """Write a date as people do: ``1 February 2017``."""
    return f"{when.day} {when:%B} {when.year}"


def partly(when: PartialDate) -> str:
    """Write a date as far as it is known: ``6 May 1955``, ``May 1955`` or ``1955``."""
    if when.precision == "day":
        return day(when.first)
    return f"{when.first:%B} {when.first.year}" if when.precision == "month" else str(when)


def spans(years: list[tuple[int, int]]) -> str:
    """Write spans of years: ``1914-1918, 1939``."""
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in years)
