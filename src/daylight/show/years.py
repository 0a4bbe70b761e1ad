"""Time along a chart: runs of years with values, the gaps between, ticks and events."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from daylight.core.refs import StateRef
from daylight.core.states import get, lineage
from daylight.show.chart import (
    INK,
    PAIR,
    REST,
    Point,
    Scale,
    band,
    box,
    dot,
    line,
    path,
    stretched,
    write,
)

Values = Sequence[tuple[int, float, float, float]]
"""Year, value, low end, high end; oldest first."""
STEPS = (1, 2, 5, 10, 20, 50)
MOST_TICKS = 6


def runs(values: Values) -> list[Values]:
    """Split values wherever a year is left out."""
    out: list[list[tuple[int, float, float, float]]] = []
    for row in values:
        if out and out[-1][-1][0] == row[0] - 1:
            out[-1].append(row)
        else:
            out.append([row])
    return list(out)


def gaps(values: Values, first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches of years without a value, from `first` to `last`."""
    out = []
    reached = first - 1
    for run in runs(values):
        if run[0][0] > reached + 1:
            out.append((reached + 1, run[0][0] - 1))
        reached = run[-1][0]
    return [*out, (reached + 1, last)] if reached < last else out


def ticks(first: int, last: int) -> list[int]:
    """Return round years to label."""
    step = next((s for s in STEPS if (last - first) / s <= MOST_TICKS), STEPS[-1])
    return [year for year in range(first, last + 1) if year % step == 0]


def changes(states: Sequence[StateRef], first: int, last: int) -> list[tuple[int, str]]:
    """Return the years in which a state goes on under another COW number, with a label."""
    out = []
    for state in states:
        spells = lineage(get(state.cow))
        for (old, _, _), (new, start, _) in pairwise(spells):
            if old != new and first <= start.year <= last:
                out.append((start.year, f"{state.code}: COW {new} from {start.year}"))
    return sorted(out)


def draw(
    svg: Element, values: Values, x: Scale, y: Scale, shade: str, span: tuple[int, int]
) -> None:
    """Draw gaps as hatching, and values as a line in its band; a lone year as a dot."""
    top, height = int(y.end), int(y.start - y.end)
    for start, end in gaps(values, *span):
        # A year reaches half way to its neighbours.
        ends = x(max(start - 0.5, span[0])), x(min(end + 0.5, span[1]))
        if ends[1] > ends[0]:
            box(svg, ends, (y.end, y.start), shade)
    inner = stretched(svg, top, height)
    for run in runs(values):
        if len(run) == 1:
            year, value, lo, hi = run[0]
            line(svg, (x(year), y(lo)), (x(year), y(hi)), stroke=PAIR, width=2)
            dot(svg, x(year), y(value))
            continue
        band(inner, _line(run, 2, x, y), _line(run, 3, x, y))
        path(inner, _line(run, 1, x, y))


def _line(run: Values, column: int, x: Scale, y: Scale) -> list[Point]:
    return [(x(row[0]), y(row[column]) - y.end) for row in run]


def axis(svg: Element, x: Scale, y: float, first: int, last: int) -> None:
    """Label round years under a chart."""
    for year in ticks(first, last):
        anchor = "end" if x(year) > 95 else "middle"
        line(svg, (x(year), y), (x(year), y + 4), stroke=REST)
        write(svg, x(year), y + 16, str(year), anchor=anchor, fill=REST)


def mark(svg: Element, x: Scale, year: int, top: float, bottom: float) -> None:
    """Draw a dotted upright at a year; drawn first, so that marks and words lie over it."""
    line(svg, (x(year), top), (x(year), bottom), stroke=INK, dash="2 3")


def name(svg: Element, x: Scale, year: int, top: float, label: str) -> None:
    """Put the label of an upright on its top, turned away from the edge."""
    place = x(year)
    anchor = "end" if place > 60 else "start" if place < 40 else "middle"
    write(svg, place, top - 3, label, anchor=anchor)
