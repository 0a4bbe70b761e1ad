"""Short phrases that the page and its charts say in the same way."""

from __future__ import annotations

from datetime import date

from daylight.core.status import Status


def absence(status: Status, covered: tuple[int, int], year: int, what: str = "data") -> str:
    """Say why there is no value: ``no data after 2016``."""
    if status == "outside_coverage":
        first, last = covered
        return f"no {what} after {last}" if year > last else f"no {what} before {first}"
    if status == "structural_zero":
        return "nothing to measure"
    return f"not known for {year}"


def day(when: date) -> str:
    """Write a date as people do: ``1 February 2017``."""
    return f"{when.day} {when:%B} {when.year}"
