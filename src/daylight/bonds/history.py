"""The stored history of a pair, followed through changes of COW number."""

from __future__ import annotations

from datetime import date
from itertools import product

from daylight.bonds.point import Point, stored
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.core.states import get, lineage
from daylight.store.atlas import Atlas


def histories(atlas: Atlas, a: StateRef, b: StateRef, until: int) -> dict[str, tuple[Point, ...]]:
    """Return stored positions by dimension, oldest first, up to a year."""
    end = date(until, 12, 31)
    by_dimension: dict[str, dict[int, Point]] = {}
    for one, two in product(numbers(a.cow, end), numbers(b.cow, end)):
        rows = atlas.pair("bonds", one, two)
        columns = (rows[c].tolist() for c in ("dimension", "year", "value", "below", "above"))
        for dimension, year, value, below, above in zip(*columns, strict=True):
            if year <= until:
                point = stored(year, value, below, above)
                # Where both numbers exist in the year of change, the successor counts.
                by_dimension.setdefault(dimension, {})[year] = point
    return {name: tuple(years[y] for y in sorted(years)) for name, years in by_dimension.items()}


def lineage_note(a: StateRef, b: StateRef, until: int) -> str | None:
    """Say which COW numbers a history follows, or None when neither state changes number."""
    end = date(until, 12, 31)
    notes = []
    for state in (a, b):
        if len(numbers(state.cow, end)) < 2:
            continue
        spells = [
            f"{cow} ({start.year}-{'' if last is None else last.year})"
            for cow, start, last in lineage(state.cow)
            if start <= end
        ]
        notes.append(f"{get(state.cow).name} is followed through COW {', '.join(spells)}")
    return "; ".join(notes) + "." if notes else None
