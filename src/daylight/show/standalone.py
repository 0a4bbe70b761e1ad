"""From a chart that lies in a page to drawing that stands by itself: pixels and fixed colours.

Inside a page a chart takes its width, colours and font from around it. Programs that open a
file know none of these, and many know neither stretched inner pictures nor words with a rim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from daylight.show.chart import WIDE

NAMESPACE = "http://www.w3.org/2000/svg"
INK = "#1a1c1e"
_ACROSS = {"x", "x1", "x2", "cx", "width"}
"""Attributes that a chart gives in percent of its width."""
_VARIABLE = re.compile(r"var\(--[\w-]+, *(#[0-9a-fA-F]{6})\)")


def standalone(chart: str, width: int) -> tuple[list[Element], dict[str, str]]:
    """Return the marks of a chart at a width in pixels, and its title, text and height.

    Parameters
    ----------
    chart : str
        SVG of a :class:`daylight.show.chart.Chart`.
    width : int
        Pixels that a hundred percent stand for. A chart with a size of its own, as a map has,
        keeps it.
    """
    root = fromstring(chart)
    about = {name: root.findtext(f"{{{NAMESPACE}}}{name}") or "" for name in ("title", "desc")}
    about["height"] = root.get("height", "0")
    marks = [made for child in root for made in _fixed(child, width) if _name(child) not in about]
    return marks, about


def _fixed(element: Element, width: int) -> Iterator[Element]:
    name = _name(element)
    if name == "svg":
        yield _unstretched(element, width)
        return
    made = Element(name, {key: _value(key, text, width) for key, text in element.items()})
    made.text = element.text
    made.extend([inner for child in element for inner in _fixed(child, width)])
    if name == "text":
        yield from _rimmed(made)
    else:
        yield made


def _rimmed(text: Element) -> Iterator[Element]:
    """Put the rim of words under them as a text of its own; few programs know paint-order."""
    if text.attrib.pop("paint-order", ""):
        rim = Element("text", {**text.attrib, "aria-hidden": "true", "stroke-linejoin": "round"})
        rim.text = text.text
        rim.set("fill", rim.get("stroke", ""))
        yield rim
        del text.attrib["stroke"], text.attrib["stroke-width"]
    yield text


def _unstretched(inner: Element, width: int) -> Element:
    """Return what lies in a stretched picture, with its points in pixels."""
    group = Element("g", transform=f"translate(0 {inner.get('y', '0')})")
    for child in inner:
        made = Element(_name(child), {k: _value(k, t, width) for k, t in child.items()})
        made.attrib.pop("vector-effect", None)
        pairs = (pair.split(",") for pair in child.get("points", "").split())
        made.set("points", " ".join(f"{_number(float(x) * width / WIDE)},{y}" for x, y in pairs))
        group.append(made)
    return group


def _value(key: str, text: str, width: int) -> str:
    if key in _ACROSS and text.endswith("%"):
        return _number(float(text[:-1]) * width / 100)
    return _VARIABLE.sub(r"\1", text).replace("currentColor", INK)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
