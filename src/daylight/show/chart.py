"""What all charts share: colours, the drawing kit, and how a chart names itself.

Horizontal places are percentages and text is in pixels, so that a chart narrows with the
page while its labels stay readable. Only paths need a stretched inner picture. Drawing the
few marks here keeps a cold brief under three seconds: the Vega engine alone takes 0.7 s to
start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

PAIR = "var(--pair, #0b5c9e)"
REST = "var(--rest, #5f656b)"
GRID = "var(--grid, #d4d6d2)"
AXIS = "var(--axis, #767c82)"
INK = "currentColor"
PAPER = "var(--paper, #ffffff)"
FINE, TEXT = 11, 13
LEFT, RIGHT = 6.0, 97.0
"""Where the data begin and end across a chart, in percent of its width."""
WIDE = 1000
"""Width of the stretched inner picture that paths are drawn in."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart ready for the page, and the sentence under it."""

    svg: str
    caption: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Data between `first` and `last`, laid out from `start` to `end`."""

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        share = (value - self.first) / ((self.last - self.first) or 1.0)
        return round(self.start + share * (self.end - self.start), 2)


def across(first: float, last: float) -> Scale:
    """Return a horizontal scale, in percent of the width."""
    return Scale(first, last, LEFT, RIGHT)


def picture(name: str, title: str, text: str, height: int) -> Element:
    """Return an empty SVG with its title and text alternative; `name` keeps its ids apart."""
    svg = Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "width": "100%",
        "height": str(height), "role": "img",
        "aria-labelledby": f"{name}-title", "aria-describedby": f"{name}-desc",
        "font-family": "inherit", "fill": INK,
    })  # fmt: skip
    SubElement(svg, "title", id=f"{name}-title").text = title
    SubElement(svg, "desc", id=f"{name}-desc").text = text
    return svg


def finish(svg: Element) -> str:
    """Return the SVG as text."""
    return tostring(svg, encoding="unicode")


def write(
    svg: Element, x: float, y: float, text: str, *, anchor: str = "start", size: int = FINE,
    fill: str = INK, bold: bool = False,
) -> None:  # fmt: skip
    """Put a line of text at `x` percent and `y` pixels."""
    attributes = {"x": f"{x}%", "y": str(y), "font-size": str(size), "fill": fill}
    attributes |= {"text-anchor": anchor} if anchor != "start" else {}
    attributes |= {"font-weight": "600"} if bold else {}
    # A rim in the colour of the page keeps words readable where a line runs behind them.
    attributes |= {"stroke": PAPER, "stroke-width": "3", "paint-order": "stroke"}
    SubElement(svg, "text", attributes).text = text


def line(
    svg: Element, start: Point, end: Point, *, stroke: str = GRID, width: float = 1, dash: str = ""
) -> None:
    """Draw a straight line between two places (percent, pixels)."""
    attributes = {"x1": f"{start[0]}%", "y1": str(start[1]), "x2": f"{end[0]}%", "y2": str(end[1])}
    attributes |= {"stroke": stroke, "stroke-width": str(width)}
    attributes |= {"stroke-dasharray": dash} if dash else {}
    SubElement(svg, "line", attributes)


def dot(svg: Element, x: float, y: float, *, fill: str = PAIR, square: bool = False) -> None:
    """Draw the mark of a value: a disc for the pair, a square for everyone else."""
    ring = {"fill": fill, "stroke": PAPER, "stroke-width": "1.5"}
    if square:
        # A percentage and pixels cannot be added in an attribute; the shift does it.
        box = {"x": f"{x}%", "y": str(y - 4.5), "width": "9", "height": "9"}
        SubElement(svg, "rect", box | ring | {"transform": "translate(-4.5 0)"})
    else:
        SubElement(svg, "circle", {"cx": f"{x}%", "cy": str(y), "r": "5"} | ring)


def box(
    svg: Element, x: tuple[float, float], y: tuple[float, float], fill: str, *, edge: str = "",
    dash: str = "", opacity: float = 1.0,
) -> None:  # fmt: skip
    """Fill a rectangle between two places, with an edge of a colour or without."""
    width, height = round(x[1] - x[0], 2), round(y[1] - y[0], 2)
    size = {"x": f"{x[0]}%", "width": f"{width}%", "y": str(y[0]), "height": str(height)}
    stroke = {"stroke": edge, "stroke-width": "1"} if edge else {}
    stroke |= {"stroke-dasharray": dash} if dash else {}
    stroke |= {"fill-opacity": f"{opacity:g}"} if opacity < 1 else {}
    SubElement(svg, "rect", size | {"fill": fill} | stroke)


def stretched(svg: Element, top: int, height: int) -> Element:
    """Return an inner picture as wide as the chart, for paths in thousandths of its width."""
    return SubElement(svg, "svg", {
        "x": "0", "y": str(top), "width": "100%", "height": str(height),
        "viewBox": f"0 0 {WIDE} {height}", "preserveAspectRatio": "none", "overflow": "visible",
    })  # fmt: skip


def band(
    inner: Element, low: Sequence[Point], high: Sequence[Point], *, fill: str = PAIR,
    opacity: float = 0.22,
) -> None:  # fmt: skip
    """Fill the area between two lines; points are (percent, pixels)."""
    shape = {"points": _points([*high, *reversed(low)]), "fill": fill}
    SubElement(inner, "polygon", shape | {"fill-opacity": f"{opacity:g}"})


def path(inner: Element, points: Sequence[Point], *, stroke: str = PAIR, dash: str = "") -> None:
    """Draw the line of the pair."""
    SubElement(inner, "polyline", {
        "points": _points(points), "fill": "none", "stroke": stroke, "stroke-width": "2",
        "stroke-linejoin": "round", "vector-effect": "non-scaling-stroke",
    } | ({"stroke-dasharray": dash} if dash else {}))  # fmt: skip


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{round(x * WIDE / 100, 1):g},{round(y, 1):g}" for x, y in points)


def hatch(svg: Element, name: str) -> str:
    """Define the pattern for years without data and return how to refer to it."""
    pattern = SubElement(SubElement(svg, "defs"), "pattern", {
        "id": f"{name}-hatch", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
    })  # fmt: skip
    stroke = {"x1": "0", "y1": "0", "x2": "0", "y2": "6", "stroke": GRID, "stroke-width": "2.5"}
    SubElement(pattern, "line", stroke)
    return f"url(#{name}-hatch)"
