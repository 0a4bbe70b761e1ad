"""Both ledgers of a dimension as a line of signs: conflict to the left, cooperation to the right.

``#`` is seen, ``+`` is carried, ``=`` reaches up to the upper end of the band; one sign is ten
points, and the scale is the same for all pairs and years. A band without a number is all ``=``.
"""

from __future__ import annotations

from math import floor

from daylight.bonds.records import Dimension, LedgerResult
from daylight.bonds.written import carried_of

SIDE = 10
"""Signs of a side."""
POINTS = 100 / SIDE
HEAD = "100.......0.......100"


def bar(dimension: Dimension) -> str:
    """Return the line of a dimension: ``.........=|###+=.....``."""
    left, right = _side(dimension.conflict)[::-1], _side(dimension.cooperation)
    return f"{left}|{right}"


def _side(ledger: LedgerResult) -> str:
    if ledger.lo is None or ledger.hi is None:
        return " " * SIDE
    if ledger.value is None:
        low, high = _signs(ledger.lo), _signs(ledger.hi)
        return "." * low + "=" * (high - low) + "." * (SIDE - high)
    seen = _signs(ledger.value - carried_of(ledger))
    value = max(_signs(ledger.value), seen)
    high = max(_signs(ledger.hi), value)
    return "#" * seen + "+" * (value - seen) + "=" * (high - value) + "." * (SIDE - high)


def _signs(points: float) -> int:
    return min(floor(points / POINTS + 0.5), SIDE)
