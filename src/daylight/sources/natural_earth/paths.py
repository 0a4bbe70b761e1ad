"""From thinned rings to the path of a shape, in whole tenths of the unit of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from daylight.sources.natural_earth.thinning import kept
from daylight.sources.natural_earth.topology import Ring, Topology, joined, placed, unwrapped
from daylight.stats.equal_earth import NORTH, SOUTH
from daylight.stats.rings import Point, area

THIN = 0.5
"""Square units of a map 1000 wide: a point whose triangle is smaller goes."""
LEAST = 0.9
"""Square units: a smaller ring goes, unless it is the largest of its shape."""
TENTHS = 10


def chosen(rings: Sequence[Ring], topology: Topology) -> list[Ring]:
    """Return the rings that a map this small can show; of each shape at least the largest."""
    sizes = {}
    for ring in rings:
        points = joined(ring, topology.lines)
        middle = sum(lat for _, lat in points) / len(points)
        if SOUTH <= middle <= NORTH:
            sizes[ring] = abs(area(placed(unwrapped(points))))
    largest = max(sizes, key=lambda ring: sizes[ring], default=None)
    return [ring for ring, size in sizes.items() if size >= LEAST or ring == largest]


def thin(topology: Topology, used: Sequence[Ring]) -> dict[int, Sequence[Point]]:
    """Return the lines that some rings are made of, each thinned once on the map."""
    numbers = {n if n >= 0 else ~n for ring in used for n in ring}
    return {n: [topology.lines[n][k] for k in kept(placed(unwrapped(topology.lines[n])), THIN)]
            for n in numbers}  # fmt: skip


def path(ring: Ring, lines: Mapping[int, Sequence[Point]]) -> str:
    """Return a ring as an SVG path: its start, and whole steps from point to point."""
    points = placed(unwrapped(joined(ring, lines)))
    whole = [(round(x * TENTHS), round(y * TENTHS)) for x, y in points]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole)]
    text = "".join(_step(step) for step in steps[:-1] if step != (0, 0))
    return f"M{whole[0][0]} {whole[0][1]}{f'l{text.lstrip()}' if text else ''}z"


def _step(step: tuple[int, int]) -> str:
    # A minus parts two numbers as well as a space does.
    return "".join(str(n) if n < 0 else f" {n}" for n in step)


def rings_of(topology: Topology, names: Sequence[str]) -> Iterator[tuple[str, Ring]]:
    """Yield the rings to draw of each named shape."""
    for name in names:
        for ring in chosen(topology.rings[name], topology):
            yield name, ring
