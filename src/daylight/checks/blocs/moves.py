"""When a state came into a bloc, came back, or left it, by the rows of its membership."""

from __future__ import annotations

from itertools import pairwise

from daylight.checks.as_then import dated
from daylight.checks.known import Known
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate

Move = tuple[PartialDate, Row, PartialDate | None]
"""When a state moved, the row, and when it had signed."""


def joins(inside: list[Row]) -> list[Move]:
    """Return when a state came in, oldest first."""
    out: list[Move] = []
    for row in inside:
        if not any(other["end"] == row["start"] for other in inside):
            signed = PartialDate.read(row["signed"]) if row["signed"] else None
            out.append((PartialDate(row["start"], row["start_precision"] or "day"), row, signed))
    return out


def returns(inside: list[Row]) -> list[Move]:
    """Return when a state came back, after it had left or been suspended."""
    return [
        (PartialDate(row["start"], row["start_precision"] or "day"), row, None)
        for before, row in pairwise(inside)
        if row["status"] == "full" and (before["status"] != "full" or before["end"] != row["start"])
    ]


def leaves(inside: list[Row], known: Known) -> list[Move]:
    """Return when a state left, gave notice or was suspended, oldest first."""
    out: list[Move] = []
    for row in inside:
        end = dated(row["end"], row["end_precision"])
        goes_on = any(other["start"] == row["end"] for other in inside)
        if end is not None and end.first <= known.on and not goes_on:
            out.append((end, row, None))
        elif row["status"] in ("withdrawing", "suspended"):
            out.append((PartialDate(row["start"], row["start_precision"] or "day"), row, None))
    return out
