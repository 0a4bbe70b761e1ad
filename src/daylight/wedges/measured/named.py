"""States by the name and number of a year."""

from __future__ import annotations

from datetime import date

from daylight.core.lineages import number_in
from daylight.core.refs import StateRef, ref_of


def then(cow: int, year: int) -> StateRef:
    """Return a state as it was called at the end of a year, from any of its numbers."""
    return ref_of(number_in(cow, year), date(year, 12, 31))
