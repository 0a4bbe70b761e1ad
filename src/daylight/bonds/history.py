"""The stored history of a pair, followed through changes of COW number."""

from __future__ import annotations

from datetime import date
from itertools import product

from daylight.bonds.point import Point, stored
from daylight.core.refs import numbers
from daylight.core.states import State, lineage
from daylight.store.atlas import Atlas


def histories(atlas: Atlas, a: State, b: State, until: int) -> dict[str, tuple[Point, ...]]:
    """Return stored positions by dimension, oldest first, up to a year."""
    end = date(until, 12, 31)
    found: dict[str, dict[int, Point]] = {}
    for one, two in product(numbers(a, end), numbers(b, end)):
        rows = atlas.pair("bonds", one, two)
        columns = (rows[c].tolist() for c in ("dimension", "year", "value", "below", "above"))
        for dimension, year, value, below, above in zip(*columns, strict=True):
            if year <= until:
                point = stored(year, value, below, above)
                # Where both numbers exist in the year of change, the successor counts.
                found.setdefault(dimension, {})[year] = point
    return {name: tuple(years[y] for y in sorted(years)) for name, years in found.items()}


def lineage_note(a: State, b: State, until: int) -> str | None:
    """Say which COW numbers a history follows, or None when neither state changes number."""
    end = date(until, 12, 31)
    notes = []
    for state in (a, b):
        if len(numbers(state, end)) < 2:
            continue
        spells = [
            f"{cow} ({start.year}-{'' if last is None else last.year})"
            for cow, start, last in lineage(state)
            if start <= end
        ]
        notes.append(f"{state.name} is followed through COW {', '.join(spells)}")
    return "; ".join(notes) + "." if notes else None
