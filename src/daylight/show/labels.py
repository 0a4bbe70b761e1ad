"""Names on a map with lines that lead to their states, where they cover little land."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from daylight.show.chart import INK, PAPER, TEXT
from daylight.show.picture import wide
from daylight.stats.rings import Point, inside

MOST = 6
"""Names at most: more would hide the map."""
REACHES = (26.0, 44.0, 64.0, 90.0, 120.0)
"""Pixels from a state to its name, tried in this order."""
TURNS = 16
HIGH = TEXT + 3
OVERLAP, LAND, FAR = 1000.0, 8.0, 0.5
"""What a name costs that covers another, a point of land, and a pixel of its line."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name, its box (left, top, right, bottom), and the line from the state to it."""

    text: str
    box: Box
    start: Point
    end: Point


def write_names(
    svg: Element,
    wanted: Sequence[tuple[str, Point]],
    land: Sequence[Sequence[Point]],
    size: Point,
) -> None:
    """Write names where :func:`placed` puts them, each with a line from its state."""
    for label in placed(wanted, land, size):
        (x1, y1), (x2, y2) = label.start, label.end
        ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
        SubElement(svg, "line", ends | {"stroke": PAPER, "stroke-width": "3"})
        SubElement(svg, "line", ends | {"stroke": INK, "stroke-width": "1"})
        place = {"x": f"{label.box[0]:.1f}", "y": f"{label.box[3] - 4:.1f}", "fill": INK}
        place |= {"font-size": str(TEXT), "font-weight": "600"}
        rim = {"stroke": PAPER, "stroke-width": "3", "paint-order": "stroke"}
        SubElement(svg, "text", place | rim).text = label.text


def placed(
    wanted: Sequence[tuple[str, Point]], land: Sequence[Sequence[Point]], size: Point
) -> list[Label]:
    """Return where names go: each at the cheapest place that is left.

    Parameters
    ----------
    wanted : sequence of (str, point)
        Names and the middles of their states, in pixels; the first :data:`MOST` are set.
    land : sequence of rings
        In pixels.
    size : (float, float)
        Width and height that names stay within.
    """
    boxes = [_bounds(ring) for ring in land]
    out: list[Label] = []
    for text, at in wanted[:MOST]:
        tried = [label for label in _tries(text, at) if _within(label.box, size)]
        if tried:
            out.append(min(tried, key=lambda label: _cost(label, out, wanted, land, boxes)))
    return out


def _tries(text: str, at: Point) -> Iterator[Label]:
    width = wide(text, bold=True) * TEXT
    for reach in REACHES:
        for turn in range(TURNS):
            angle = 2 * math.pi * turn / TURNS
            x, y = at[0] + reach * math.cos(angle), at[1] + reach * math.sin(angle)
            left = x if math.cos(angle) >= 0 else x - width
            box = (left, y - HIGH / 2, left + width, y + HIGH / 2)
            yield Label(text, box, at, (round(x, 1), round(y, 1)))


def _cost(
    label: Label, others: Sequence[Label], wanted: Sequence[tuple[str, Point]],
    land: Sequence[Sequence[Point]], boxes: Sequence[Box],
) -> float:  # fmt: skip
    left, top, right, bottom = label.box
    points = [(left + (right - left) * k / 4, y) for k in range(5) for y in (top, bottom)]
    covered = sum(_on_land(point, land, boxes) for point in points)
    clash = sum(_touch(label.box, other.box) for other in others)
    clash += sum(left - 4 <= x <= right + 4 and top - 4 <= y <= bottom + 4 for _, (x, y) in wanted)
    return OVERLAP * clash + LAND * covered + FAR * math.dist(label.start, label.end)


def _on_land(point: Point, land: Sequence[Sequence[Point]], boxes: Sequence[Box]) -> bool:
    x, y = point
    return any(
        box[0] <= x <= box[2] and box[1] <= y <= box[3] and inside(ring, point)
        for ring, box in zip(land, boxes, strict=True)
    )


def _bounds(ring: Sequence[Point]) -> Box:
    x, y = [p[0] for p in ring], [p[1] for p in ring]
    return min(x), min(y), max(x), max(y)


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] + 4 and b[0] < a[2] + 4 and a[1] < b[3] + 2 and b[1] < a[3] + 2


def _within(box: Box, size: Point) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= size[0] - 2 and box[3] <= size[1] - 2
