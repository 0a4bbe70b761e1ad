"""Marks of disputed places on a map: a diamond for a point, and the number of each."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

import numpy as np

from daylight.show.chart import INK, PAPER
from daylight.show.ground import Ground
from daylight.show.outline import largest
from daylight.stats.equal_earth import on_the_map
from daylight.stats.rings import Point, middle

MARK = 2.6
"""Half the height of a diamond, in pixels."""
TINY, DIGIT = 7, 4.5
"""Size of a number, and width of a digit, in pixels."""
Box = tuple[float, float, float, float]


def mark_places(svg: Element, ground: Ground, scale: float) -> None:
    """Draw a diamond at each disputed point, and the number of each place beside it.

    Parameters
    ----------
    svg : Element
    ground : Ground
        Its disputes are numbered from 1.
    scale : float
        Pixels for each unit of the map.
    """
    paths = {unit.name: unit.paths for unit in ground.units}
    places: list[tuple[int, Point]] = []
    for number, dispute in enumerate(ground.disputes, start=1):
        if dispute.at is not None:
            places.append((number, _at(dispute.at, scale)))
            _diamond(svg, places[-1][1], f"{dispute.place}: {dispute.said}")
        elif dispute.unit in paths:
            x, y = middle(largest(paths[dispute.unit]))
            places.append((number, (x * scale, y * scale)))
    taken: list[Box] = [(x - MARK, y - MARK, x + MARK, y + MARK) for _, (x, y) in places]
    for number, at in places:
        taken.append(_number(svg, str(number), at, taken))


def _diamond(svg: Element, at: Point, said: str) -> None:
    x, y = at
    corners = ((x - MARK, y), (x, y - MARK), (x + MARK, y), (x, y + MARK))
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
    mark = SubElement(svg, "polygon", points=points, fill=PAPER, stroke=INK)
    mark.set("stroke-width", "0.9")
    SubElement(mark, "title").text = said


def _number(svg: Element, text: str, at: Point, taken: Sequence[Box]) -> Box:
    """Write a number to the first side of a place that is free, or to its right."""
    x, y, width = *at, DIGIT * len(text)
    lefts = ((x + MARK + 0.6, y), (x - MARK - 0.6 - width, y), (x - width / 2, y - 6.5),
             (x - width / 2, y + 6.5))  # fmt: skip
    boxes = [(left, mid - 2.8, left + width, mid + 2.8) for left, mid in lefts]
    box = next((one for one in boxes if not any(_touch(one, other) for other in taken)), boxes[0])
    SubElement(svg, "text", {
        "x": f"{box[0]:.1f}", "y": f"{box[3] - 0.4:.1f}", "font-size": str(TINY), "fill": INK,
        "stroke": PAPER, "stroke-width": "1.6", "paint-order": "stroke",
    }).text = text  # fmt: skip
    return box


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _at(place: Point, scale: float) -> Point:
    x, y = on_the_map(np.array([place[0]]), np.array([place[1]]))
    return float(x[0]) * scale, float(y[0]) * scale
