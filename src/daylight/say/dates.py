"""How dates are written."""

from __future__ import annotations

from datetime import date


def day(when: date) -> str:
    """Write a date as people do: ``1 February 2017``."""
    return f"{when.day} {when:%B} {when.year}"


def spans(years: list[tuple[int, int]]) -> str:
    """Write spans of years: ``1914-1918, 1939``."""
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in years)
