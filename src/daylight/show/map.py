"""A world map as SVG: each state filled by its step, small ones as dots, disputed places hatched.

The base draws who holds what; below it a page lists what is disputed. It knows no question: it is
given a ground (:mod:`daylight.show.ground`), steps and what to show of each state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from daylight.show.chart import AXIS, Chart, finish, picture
from daylight.show.ground import Ground, Unit
from daylight.show.labels import write_names
from daylight.show.legend import draw as draw_legend
from daylight.show.legend import entries
from daylight.show.marks import hatch_shapes, mark_places
from daylight.show.outline import corners, largest
from daylight.show.placing import ACROSS, PATHS, TALL, edge, pixels, size
from daylight.show.steps import NO_MEMBER, Shown, Step, fill, patterns
from daylight.stats.rings import middle

SMALL, DOT = 12.0, 3.0
"""Square pixels below which a state is a dot, and the radius of a dot, in pixels."""
EDGE = 0.5


def world(
    name: str, title: str, text: str, ground: Ground, steps: Sequence[Step],
    shown: Sequence[Shown], named: Sequence[int] = (),
) -> Chart:  # fmt: skip
    """Return the map.

    Parameters
    ----------
    name : str
        Keeps its ids apart.
    title, text : str
        What was found, and the text alternative.
    ground : Ground
        Of a day that the shapes serve.
    steps, shown
        The scale, and what to show of each state.
    named : sequence of int
        COW numbers of up to six states that get a name.
    """
    by_state = {one.cow: one for one in shown}
    svg = picture(name, title, text, TALL)
    patterns(svg, name, steps)
    patterns(svg, f"{name}-map", steps, PATHS)
    shapes = SubElement(svg, "g", {"transform": f"scale({PATHS:g})", **edge(EDGE)})
    groups = _groups(ground.units)
    for cows, units in groups:
        _shape(shapes, name, cows, units, by_state, ground, steps)
    hatch_shapes(shapes, f"url(#{name}-map-disputed)", ground)
    for cows, units in groups:
        if len(cows) == 1 and size(_paths(units)) < SMALL:
            _dot(svg, name, cows[0], units, by_state, ground, steps)
    mark_places(svg, ground)
    _names(svg, ground.units, by_state, named)
    held = {cow for unit in ground.units for cow in unit.cows}
    unlisted = sum(state.cow not in by_state for state in ground.members)
    listed = entries(
        name, steps, shown, unlisted, empty=any(not unit.cows for unit in ground.units),
        shared=any(len(unit.cows) > 1 for unit in ground.units), disputed=bool(ground.disputes),
    )  # fmt: skip
    bottom = round(draw_legend(svg, listed, TALL + 8, ACROSS))
    svg.set("height", str(bottom))
    svg.set("viewBox", f"0 0 {ACROSS} {bottom}")
    return Chart(finish(svg), _caption(held))


def _caption(held: set[int]) -> str:
    return (
        f"Land is drawn with the state that holds it ({len(held)} states), not with who claims it, "
        "as far as the shapes have it apart; a diamond has the colour of the shape around it, and "
        "its holder is named below. Equal areas look equal (Equal Earth)."
    )


def _groups(units: Sequence[Unit]) -> list[tuple[tuple[int, ...], list[Unit]]]:
    """Return the shapes of each state; those that no one holds, and shared ones, by themselves."""
    out: defaultdict[tuple[tuple[int, ...], str], list[Unit]] = defaultdict(list)
    for unit in units:
        out[unit.cows, "" if len(unit.cows) == 1 else unit.name].append(unit)
    return [(cows, own) for (cows, _), own in out.items()]


def _shape(
    parent: Element, name: str, cows: tuple[int, ...], units: Sequence[Unit],
    by_state: Mapping[int, Shown], ground: Ground, steps: Sequence[Step],
) -> None:  # fmt: skip
    if len(cows) == 1:
        colour = fill(f"{name}-map", by_state.get(cows[0]), steps)
    else:
        colour = f"url(#{name}-map-shared)" if cows else NO_MEMBER
    d = "".join(_paths(units))
    element = SubElement(parent, "path", {"d": d, "fill": colour, "fill-rule": "evenodd"})
    SubElement(element, "title").text = _title(cows, units, by_state, ground)


def _title(
    cows: tuple[int, ...], units: Sequence[Unit], by_state: Mapping[int, Shown], ground: Ground
) -> str:
    if not cows:
        return f"{', '.join(unit.name for unit in units)}: no one state of the list holds it"
    names = {state.cow: state.name_on(ground.day) for state in ground.members}
    said = [
        f"{names[cow]}: {by_state[cow].said if cow in by_state else 'not in the list'}"
        for cow in cows
    ]
    return "; ".join(said)


def _dot(
    svg: Element, name: str, cow: int, units: Sequence[Unit], by_state: Mapping[int, Shown],
    ground: Ground, steps: Sequence[Step],
) -> None:  # fmt: skip
    x, y = pixels(middle(largest(_paths(units))))
    dot = SubElement(svg, "circle", {
        "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{DOT:g}",
        "fill": fill(name, by_state.get(cow), steps), "stroke": AXIS, "stroke-width": "0.6",
    })  # fmt: skip
    SubElement(dot, "title").text = _title((cow,), units, by_state, ground)


def _names(
    svg: Element, units: Sequence[Unit], by_state: Mapping[int, Shown], named: Sequence[int]
) -> None:
    wanted = []
    for cow in named:
        own = [path for unit in units if unit.cows == (cow,) for path in unit.paths]
        if own and cow in by_state:
            wanted.append((by_state[cow].name, pixels(middle(largest(own)))))
    land = [[pixels(p) for p in corners(path)] for path in _paths(units)]
    write_names(svg, wanted, land, (ACROSS, TALL))


def _paths(units: Sequence[Unit]) -> list[str]:
    return [path for unit in units for path in unit.paths]
