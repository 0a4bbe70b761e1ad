"""Which years a frame has: those asked for, cut to what some measure covers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.periods import FIRST_YEAR, year_of
from daylight.measures.measure import Span


def asked(start: Any, end: Any, last: int) -> Span:
    """Return the first and last year asked for; without one, the ends of what the atlas covers.

    Raises
    ------
    BadInput
        For what is no year, and when `start` is after `end`.
    OutsideCoverage
        For years before 1816 or after `last`.
    """
    first = FIRST_YEAR if start is None else year_of(start)
    final = last if end is None else year_of(end)
    if first > final:
        raise BadInput(f"start {first} is after end {final}; give the earlier year first.")
    if first < FIRST_YEAR or final > last:
        raise OutsideCoverage(
            f"{first} to {final} is outside what the atlas covers; choose years from "
            f"{FIRST_YEAR} to {last}."
        )
    return first, final


def within(span: Span, spans: Iterable[Span]) -> list[int]:
    """Return the years of `span` that lie in at least one of `spans`."""
    covered = list(spans)
    return [
        year
        for year in range(span[0], span[1] + 1)
        if any(first <= year <= last for first, last in covered)
    ]
