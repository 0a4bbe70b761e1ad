"""What sets against and what binds: the colours of conflict, cooperation and the peace scale.

Charts that fill areas take their patterns from :func:`sides`: conflict hatched and cooperation
solid, what is carried past the end of a source dotted, and stripes where there is no number; these
hold in black and white. Charts of lines and dots take the colours alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from daylight.show.chart import GRID

COOPERATION, COOPERATION_BAND = "var(--coop, #0b5c9e)", "var(--coop-band, #c9dff2)"
CONFLICT, CONFLICT_BAND = "var(--conf, #a8410c)", "var(--conf-band, #f7d9c6)"
ZONE_FILLS: dict[str, str] = {  # from severe rivalry, the worst, to the best
    "severe_rivalry": "var(--zone-1, #8f3208)",
    "lesser_rivalry": "var(--zone-2, #e39463)",
    "negative_peace": "var(--zone-3, #cfd1ce)",
    "warm_peace": "var(--zone-4, #7fb2dc)",
    "security_community": "var(--zone-5, #0a4a80)",
}


@dataclass(frozen=True, slots=True)
class Side:
    """How one ledger is drawn, as values of `fill` and `stroke`.

    Attributes
    ----------
    edge : str
        Colour of its outline.
    seen, carried : str
        What fills the points that are seen, and those carried past the end of a source.
    band : str
        What fills its 90 % band.
    """

    edge: str
    seen: str
    carried: str
    band: str


@dataclass(frozen=True, slots=True)
class Sides:
    """How both are drawn in one chart, and `nothing`, the fill where there is no number."""

    conflict: Side
    cooperation: Side
    nothing: str


def sides(svg: Element, name: str) -> Sides:
    """Define the patterns of a chart, whose name keeps their ids apart."""
    defs = SubElement(svg, "defs")
    lines = _pattern(defs, f"{name}-conflict", 5, turned=True)
    SubElement(lines, "rect", width="5", height="5", fill=CONFLICT_BAND)
    SubElement(lines, "rect", width="2.4", height="5", fill=CONFLICT)
    for side, fill in (("conflict", CONFLICT), ("cooperation", COOPERATION)):
        dots = _pattern(defs, f"{name}-{side}-carried", 5)
        SubElement(dots, "circle", cx="1.5", cy="1.5", r="1", fill=fill)
    stripes = _pattern(defs, f"{name}-none", 6, turned=True)
    SubElement(stripes, "rect", width="1.5", height="6", fill=GRID)
    return Sides(
        Side(CONFLICT, _url(name, "conflict"), _url(name, "conflict-carried"), CONFLICT_BAND),
        Side(COOPERATION, COOPERATION, _url(name, "cooperation-carried"), COOPERATION_BAND),
        _url(name, "none"),
    )


def _pattern(defs: Element, name: str, size: int, turned: bool = False) -> Element:
    return SubElement(defs, "pattern", {
        "id": name, "width": str(size), "height": str(size), "patternUnits": "userSpaceOnUse",
        **({"patternTransform": "rotate(45)"} if turned else {}),
    })  # fmt: skip


def _url(name: str, part: str) -> str:
    return f"url(#{name}-{part})"
