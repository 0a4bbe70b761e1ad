"""A grid of tiles, one for each state, where shapes cannot serve: on phones, and before 1946."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from daylight.core.states import State
from daylight.show.chart import AXIS, FINE, INK, PAPER, REST, Chart, finish, picture
from daylight.show.legend import draw as draw_legend
from daylight.show.legend import entries
from daylight.show.steps import Shown, Step, fill, patterns

WIDE, HIGH, GAP = 46, 34, 4
"""Pixels: of a tile, and between two."""
HEADING = 22
NARROW, BROAD = 7, 14
"""Tiles in a row, on a phone and elsewhere."""
REGIONS = (
    ("Americas", 200),
    ("Europe", 400),
    ("Africa", 600),
    ("Middle East and North Africa", 700),
    ("Asia", 900),
    ("Oceania", 1000),
)
"""Regions by COW number, which are ordered so: each up to, and without, a number."""


def tiles(
    name: str, title: str, text: str, members: Sequence[State], steps: Sequence[Step],
    shown: Sequence[Shown], columns: int = BROAD,
) -> Chart:  # fmt: skip
    """Return the grid: regions as headings, in each the states by their code.

    Parameters
    ----------
    name : str
        Keeps its ids apart.
    title, text : str
        What was found, and the text alternative.
    members : sequence of State
        Members of the state system on the day.
    steps, shown
        The scale, and what to show of each state.
    columns : int
        Tiles in a row.
    """
    width = columns * (WIDE + GAP) - GAP
    svg = picture(name, title, text, 0)
    patterns(svg, name, steps)
    by_state = {one.cow: one for one in shown}
    grid = SubElement(svg, "g", {"font-size": str(FINE), "text-anchor": "middle"})
    y = 0
    for region, states in regions(members):
        heading = {"x": "0", "y": str(y + 14), "font-size": str(FINE), "font-weight": "600"}
        SubElement(svg, "text", heading | {"fill": REST}).text = region
        y += HEADING
        for place, state in enumerate(states):
            row, column = divmod(place, columns)
            at = column * (WIDE + GAP), y + row * (HIGH + GAP)
            _tile(grid, name, state, at, by_state.get(state.cow), steps)
        y += (HIGH + GAP) * -(-len(states) // columns) + GAP
    unlisted = sum(state.cow not in by_state for state in members)
    bottom = round(draw_legend(svg, entries(name, steps, shown, unlisted), y + 8, width))
    svg.set("height", str(bottom))
    svg.set("viewBox", f"0 0 {width} {bottom}")
    svg.set("preserveAspectRatio", "xMinYMin meet")
    return Chart(finish(svg), "One tile for each member of the state system on the day.")


def regions(members: Sequence[State]) -> list[tuple[str, list[State]]]:
    """Return the states of each region that has any, by code."""
    out, low = [], 0
    for region, high in REGIONS:
        own = [state for state in members if low <= state.cow < high]
        out += [(region, sorted(own, key=lambda state: state.code))] if own else []
        low = high
    return out


def _tile(
    parent: Element,
    name: str,
    state: State,
    at: tuple[int, int],
    shown: Shown | None,
    steps: Sequence[Step],
) -> None:
    size = {"x": str(at[0]), "y": str(at[1]), "width": str(WIDE), "height": str(HIGH)}
    tile = SubElement(parent, "rect", size | {"fill": fill(name, shown, steps), "stroke": AXIS})
    said = shown.said if shown else "not in the list"
    SubElement(tile, "title").text = f"{shown.name if shown else state.name}: {said}"
    step = steps[shown.step] if shown and shown.step is not None else None
    look = {"fill": step.ink if step else INK}
    if step is None or (shown and shown.carried):
        # A rim keeps the code readable on dots and stripes.
        rim = step.fill if step else PAPER
        look |= {"stroke": rim, "stroke-width": "4", "paint-order": "stroke"}
    for y, text in ((15, shown.code if shown else state.code), (28, step.sign if step else "")):
        if text:
            place = {"x": str(at[0] + WIDE // 2), "y": str(at[1] + y)}
            SubElement(parent, "text", place | look).text = text
