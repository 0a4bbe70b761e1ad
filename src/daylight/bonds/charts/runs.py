"""Years of a quantity in runs of one kind: seen, or carried; broken where there is no number."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.bonds.records import Quantity

Row = tuple[int, float, float, float]
"""Year, value, low end, high end."""


@dataclass(frozen=True, slots=True)
class Run:
    """Years in a row; one that follows on another begins with the last year of that one."""

    carried: bool
    rows: tuple[Row, ...]


def runs(years: Iterable[tuple[int, Quantity]]) -> list[Run]:
    """Split the years of a quantity wherever it is carried from, or seen again, or not known."""
    found: list[tuple[bool, list[Row]]] = []
    for year, q in years:
        row = _row(year, q)
        if row is None:
            continue
        carried = q.status == "carried"
        follows = bool(found) and found[-1][1][-1][0] == year - 1
        if follows and found[-1][0] == carried:
            found[-1][1].append(row)
        elif follows:
            found.append((carried, [found[-1][1][-1], row]))
        else:
            found.append((carried, [row]))
    return [Run(carried, tuple(rows)) for carried, rows in found]


def _row(year: int, q: Quantity) -> Row | None:
    if q.value is None or q.lo is None or q.hi is None or math.isnan(q.value):
        return None
    return year, q.value, q.lo, q.hi


def known(years: Iterable[tuple[int, Quantity]]) -> list[Row]:
    """Return the years that have a number."""
    rows = (_row(year, q) for year, q in years)
    return [row for row in rows if row is not None]


def carried_from(years: Iterable[tuple[int, Quantity]]) -> int | None:
    """Return the first year from which on every number is carried, or None for none."""
    first: int | None = None
    for year, q in years:
        if q.value is None:
            continue
        if q.status != "carried":
            first = None
        elif first is None:
            first = year
    return first
