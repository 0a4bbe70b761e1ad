"""TopoJSON: lines that shapes share, and the rings that are made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np

from daylight.core.errors import SourceChanged
from daylight.core.visible import quoted
from daylight.stats.equal_earth import on_the_map
from daylight.stats.rings import Point

OBJECT = "countries"
Ring = tuple[int, ...]
"""Numbers of lines, end to end; ~n is line n backwards."""


@dataclass(frozen=True, slots=True)
class Topology:
    """Lines in degrees, and for each name the rings of its shape, holes among them."""

    lines: tuple[tuple[Point, ...], ...]
    rings: Mapping[str, tuple[Ring, ...]]


def read(content: bytes) -> Topology:
    """Return the lines and the rings of a TopoJSON file.

    Raises
    ------
    SourceChanged
        When it is no quantised TopoJSON with an object ``countries`` of named polygons, or
        names a shape twice.
    """
    try:
        topo = json.loads(content)
        scale, move = topo["transform"]["scale"], topo["transform"]["translate"]
        lines = tuple(_line(arc, scale, move) for arc in topo["arcs"])
        named = [(g["properties"]["name"], tuple(_rings(g)))
                 for g in topo["objects"][OBJECT]["geometries"]]  # fmt: skip
        if not all(_closed(ring, lines) for _, rings in named for ring in rings):
            raise ValueError("a ring that is open")
    except (
        ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError,
    ) as error:  # fmt: skip
        raise SourceChanged(
            f"natural_earth: the file is no quantised TopoJSON of {OBJECT} "
            f"({type(error).__name__}); get the declared one."
        ) from None
    names = [name for name, _ in named]
    if bad := [n for n in names if not isinstance(n, str) or names.count(n) > 1]:
        raise SourceChanged(
            f"natural_earth: the name {quoted(str(bad[0]))} is not the name of one shape."
        )
    return Topology(lines, dict(named))


def _line(arc: Any, scale: Any, move: Any) -> tuple[Point, ...]:
    x = [value * scale[0] + move[0] for value in accumulate([step[0] for step in arc])]
    y = [value * scale[1] + move[1] for value in accumulate([step[1] for step in arc])]
    if len(arc) < 2 or not all(-181 <= lon <= 181 for lon in x):
        raise ValueError("a line that is none, or off the globe")
    if not all(-90.1 <= lat <= 90.1 for lat in y):
        raise ValueError("off the globe")
    return tuple(zip(x, y, strict=True))


def _rings(geometry: Any) -> Iterator[Ring]:
    kind, arcs = geometry["type"], geometry["arcs"]
    for polygon in {"Polygon": [arcs], "MultiPolygon": arcs}[kind]:
        for ring in polygon:
            if not ring or not all(type(n) is int for n in ring):
                raise ValueError("a ring without lines")
            yield tuple(ring)


def _closed(ring: Ring, lines: Sequence[Sequence[Point]]) -> bool:
    ends = [lines[n] if n >= 0 else lines[~n][::-1] for n in ring]
    return all(a[-1] == b[0] for a, b in zip(ends, [*ends[1:], ends[0]], strict=True))


def joined(
    ring: Ring, lines: Sequence[Sequence[Point]] | Mapping[int, Sequence[Point]]
) -> list[Point]:
    """Return the points of a ring, the first again at the end."""
    out: list[Point] = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        out.extend(line[1:] if out else line)
    return out


def unwrapped(points: Sequence[Point]) -> list[Point]:
    """Return a line or ring in one piece: one that crosses 180 degrees goes on beyond them.

    It lies where most of its points do.
    """
    lon = np.degrees(np.unwrap(np.radians([x for x, _ in points])))
    lon = lon - 360 * np.round(np.median(lon) / 360)
    return [(float(x), y) for x, (_, y) in zip(lon, points, strict=True)]


def placed(points: Sequence[Point]) -> list[Point]:
    """Return points on the map, in its units."""
    x, y = on_the_map(np.array([p[0] for p in points]), np.array([p[1] for p in points]))
    return list(zip(x.tolist(), y.tolist(), strict=True))
