"""Marks of disputed places on a map: a diamond for a point, and the number of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from daylight.show.chart import INK, PAPER
from daylight.show.ground import Ground
from daylight.show.outline import largest
from daylight.show.placing import at, edge, pixels
from daylight.stats.rings import Point, middle

MARK = 2.6
"""Half the height of a diamond, in pixels."""
TINY, DIGIT = 7, 4.5
"""Size of a number, and width of a digit, in pixels."""
FAR = (0.0, 5.0, 11.0, 18.0)
"""Pixels further from a place that its number may stand, tried in this order."""
NEAR = 8
"""Sides of a place; later ones are further off."""
Box = tuple[float, float, float, float]


def hatch_shapes(parent: Element, fill: str, ground: Ground) -> None:
    """Hatch the shapes that are disputed on the day, with a dashed edge."""
    paths = {unit.name: unit.paths for unit in ground.units}
    for dispute in ground.disputes:
        if dispute.unit in paths:
            dashed = edge(1, INK, (2.5, 1.5))
            shape = {"d": "".join(paths[dispute.unit]), "fill": fill} | dashed
            hatched = SubElement(parent, "path", shape)
            SubElement(hatched, "title").text = f"{dispute.place}: {dispute.said}"


def mark_places(svg: Element, ground: Ground) -> None:
    """Draw a diamond at each disputed point, and the number of each place beside it.

    Parameters
    ----------
    svg : Element
    ground : Ground
        Its disputes are numbered from 1.
    """
    paths = {unit.name: unit.paths for unit in ground.units}
    places: list[tuple[int, Point]] = []
    for number, dispute in enumerate(ground.disputes, start=1):
        if dispute.at is not None:
            places.append((number, at(dispute.at)))
            _diamond(svg, places[-1][1], f"{dispute.place}: {dispute.said}")
        elif dispute.unit in paths:
            places.append((number, pixels(middle(largest(paths[dispute.unit])))))
    taken: list[Box] = [(x - MARK, y - MARK, x + MARK, y + MARK) for _, (x, y) in places]
    for number, place in places:
        taken.append(_number(svg, str(number), place, taken))


def _diamond(svg: Element, at: Point, said: str) -> None:
    x, y = at
    corners = ((x - MARK, y), (x, y - MARK), (x + MARK, y), (x, y + MARK))
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
    mark = SubElement(svg, "polygon", points=points, fill=PAPER, stroke=INK)
    mark.set("stroke-width", "0.9")
    SubElement(mark, "title").text = said


def _number(svg: Element, text: str, at: Point, taken: Sequence[Box]) -> Box:
    """Write a number to the first side of a place that is free; from afar a line leads to it."""
    boxes = list(_sides(at, DIGIT * len(text)))
    free = (k for k, box in enumerate(boxes) if not any(_touch(box, other) for other in taken))
    chosen = next(free, 0)
    box = boxes[chosen]
    if chosen >= NEAR:
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        ends = {"x1": f"{at[0]:.1f}", "y1": f"{at[1]:.1f}"}
        ends |= {"x2": f"{middle[0]:.1f}", "y2": f"{middle[1]:.1f}"}
        SubElement(svg, "line", ends | {"stroke": INK, "stroke-width": "0.5"})
    SubElement(svg, "text", {
        "x": f"{box[0]:.1f}", "y": f"{box[3] - 0.4:.1f}", "font-size": str(TINY), "fill": INK,
        "stroke": PAPER, "stroke-width": "1.6", "paint-order": "stroke",
    }).text = text  # fmt: skip
    return box


def _sides(at: Point, width: float) -> Iterator[Box]:
    """Yield the boxes around a place where its number may stand, the nearest first."""
    for far in FAR:
        for x, y in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)):
            mid_x = at[0] + x * (MARK + 0.6 + far + width / 2)
            mid_y = at[1] + y * (6.5 + far)
            yield mid_x - width / 2, mid_y - 2.8, mid_x + width / 2, mid_y + 2.8


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
