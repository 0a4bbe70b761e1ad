"""Ties that were like one, in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.analogies.records import Analogues
from daylight.analogies.words import about
from daylight.say.lines import cut, row, wrap
from daylight.say.numbers import fixed

NAME, CELL = 40, 12


def lines(analogues: Analogues) -> list[str]:
    """Return the nearest profiles, the pair's own first."""
    own = f"{analogues.a.code}-{analogues.b.code} {analogues.profile_year}"
    out = row("", analogues.dimensions, NAME, CELL)
    out += _row(own, analogues.levels, analogues.dimensions)
    for one in analogues.nearest:
        name = cut(f"{one.a.name}-{one.b.name}", NAME - 6)
        out += _row(f"{name} {one.year}", one.levels, analogues.dimensions)
    return [*out, "", *wrap(about(analogues.error))]


def _row(name: str, levels: dict[str, float], dimensions: tuple[str, ...]) -> list[str]:
    return row(name, (fixed(levels[d], 1) for d in dimensions), NAME, CELL)


def columns(analogues: Analogues) -> dict[str, list[Any]]:
    """Return one row for each pair, the one asked about first."""
    rows = analogues.nearest
    levels = [analogues.levels, *(one.levels for one in rows)]
    return {
        "a": [analogues.a.code, *(one.a.code for one in rows)],
        "b": [analogues.b.code, *(one.b.code for one in rows)],
        "year": [analogues.profile_year, *(one.year for one in rows)],
        **{d: [level[d] for level in levels] for d in analogues.dimensions},
        "distance": [0.0, *(one.distance for one in rows)],
    }
