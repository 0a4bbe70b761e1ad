"""Where the pair stands among all pairs: one strip from 0 to 100 for each dimension."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.records import Bond, DimensionResult, Neighbour
from daylight.bonds.words import STRENGTH
from daylight.say.absence import absence
from daylight.say.numbers import position_text
from daylight.show import chart as t

NAME = "bond-position"
ROW, STRIP, TOP = 72, 12, 6
LONGEST = 44
"""Characters of two names that fit beside each other on a telephone."""


def bond_position(bond: Bond) -> t.Chart | None:
    """Draw positions on strips, or return None where no dimension has a value."""
    if all(d.value is None for d in bond.dimensions):
        return None
    title = f"Position of {bond.a.name} and {bond.b.name} among all pairs in {bond.year}"
    heights = [ROW if d.value is not None else 40 for d in bond.dimensions]
    svg = t.picture(NAME, title, described(bond), TOP + sum(heights) + 22)
    x = t.Scale(0, 100, 1.0, 99.0)
    top = TOP
    for dimension, height in zip(bond.dimensions, heights, strict=True):
        _row(svg, dimension, x, top)
        top += height
    _axis(svg, x, top)
    return t.Chart(t.finish(svg), _caption(bond))


def described(bond: Bond) -> str:
    """Return the text alternative: positions, intervals and the nearest pairs."""
    return " ".join(f"{d.dimension.capitalize()}: {_said(d)}." for d in bond.dimensions)


def _said(d: DimensionResult) -> str:
    if d.value is None:
        return absence(d.status, d.covered, d.year)
    near = [f"just above: {_names(n)}" for n in d.above[:1]]
    near += [f"just below: {_names(n)}" for n in d.below[:1]]
    place = f"{position_text(d.value, d.lo, d.hi)} among {d.of or 0:,} pairs"
    return "; ".join([place, *near])


def _row(svg: Element, d: DimensionResult, x: t.Scale, top: int) -> None:
    t.write(svg, x(0), top + 14, d.dimension.capitalize(), size=t.TEXT, bold=True)
    if d.value is None or d.lo is None or d.hi is None:
        t.write(svg, x(100), top + 14, absence(d.status, d.covered, d.year), anchor="end")
        return
    text = f"{position_text(d.value, d.lo, d.hi)} among {d.of or 0:,} pairs"
    t.write(svg, x(100), top + 14, text, anchor="end")
    strip = top + 22
    middle = strip + STRIP / 2
    t.box(svg, (x(0), x(100)), (strip, strip + STRIP), t.GRID)
    for level, _ in STRENGTH.steps:
        t.line(svg, (x(level), strip), (x(level), strip + STRIP), stroke=t.PAPER, width=2)
    for neighbour in (*d.above, *d.below):
        place = x(neighbour.value)
        t.line(svg, (place, strip - 3), (place, strip + STRIP + 3), stroke=t.REST, width=1)
    t.line(svg, (x(d.lo), middle), (x(d.hi), middle), stroke=t.PAIR, width=4)
    t.dot(svg, x(d.value), middle)
    near = [f"just above: {_names(n)}" for n in d.above[:1]]
    near += [f"just below: {_names(n)}" for n in d.below[:1]]
    for row, text in enumerate(near):
        t.write(svg, x(0), strip + 26 + 13 * row, text, fill=t.REST)


def _axis(svg: Element, x: t.Scale, top: int) -> None:
    for level in (0.0, *(level for level, _ in reversed(STRENGTH.steps))):
        anchor = "middle" if level else "start"
        t.write(svg, x(level), top + 12, f"{level:.0f}", anchor=anchor, fill=t.REST)


def _names(neighbour: Neighbour) -> str:
    text = f"{neighbour.a.name} and {neighbour.b.name}"
    return text if len(text) <= LONGEST else f"{neighbour.a.code} and {neighbour.b.code}"


def _caption(bond: Bond) -> str:
    words = ", ".join(f"{word} from {level:.0f}" for level, word in reversed(STRENGTH.steps))
    return (
        f"Each strip holds all pairs of states in {bond.year}, the weakest tie on the left. Dot: "
        f"this pair; bar: 90 % interval; grey ticks: the nearest pairs. Cuts: {words}."
    )
