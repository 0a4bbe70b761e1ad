"""Where things lie on a drawn map: from degrees and from units of the map to pixels and back."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from daylight.show.chart import AXIS
from daylight.show.outline import TENTHS, corners
from daylight.stats.equal_earth import HEIGHT, WIDTH, on_the_map
from daylight.stats.rings import Point, area

ACROSS = 720
"""Pixels across a map; a page sets it a little smaller, a picture as it is."""
SCALE = ACROSS / WIDTH
"""Pixels for each unit of the map."""
PATHS = SCALE / TENTHS
"""Pixels for each unit of the paths."""
TALL = round(HEIGHT * SCALE)


def at(place: Point) -> Point:
    """Return where a place in degrees east and north lies, in pixels."""
    x, y = on_the_map(np.array([place[0]]), np.array([place[1]]))
    return float(x[0]) * SCALE, float(y[0]) * SCALE


def pixels(point: Point) -> Point:
    """Return a point of the map in pixels."""
    return point[0] * SCALE, point[1] * SCALE


def size(paths: Iterable[str]) -> float:
    """Return the area of rings in square pixels; holes count against it."""
    return abs(sum(area(corners(path)) for path in paths)) * SCALE**2


def edge(width: float, colour: str = AXIS, dashes: tuple[float, ...] = ()) -> dict[str, str]:
    """Return the edge of a path, whose units are not pixels."""
    look = {"stroke": colour, "stroke-width": _far(width), "stroke-linejoin": "round"}
    return look | ({"stroke-dasharray": " ".join(map(_far, dashes))} if dashes else {})


def _far(length: float) -> str:
    return f"{length / PATHS:.1f}"
