"""One chart of a series: the measures under each other, each on its own scale, years shared."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from daylight.core.errors import BadInput
from daylight.core.request import Request
from daylight.core.said import SourceNote
from daylight.panel.series_lines import Line
from daylight.say.numbers import significant
from daylight.show import chart as t
from daylight.show.blocks import Figure, Table
from daylight.show.years import Values, axis, changes, gaps, mark, name, runs

if TYPE_CHECKING:
    from daylight.show.picture import Picture

NAME = "series"
LABEL, HEAD, PANEL, GAP = 15, 20, 52, 12
"""Pixels: of the label of a change, of the words of a measure, of its drawing, and between two."""
NEAR_END = 90.0
"""Percent of the width from which words stand to the left of what they name."""
FEWEST = 2
"""Years with a value, without which a measure is not drawn."""
CAPTION = (
    "Each measure on its own scale, written at its left. Line: value; band: 90 % interval, of "
    "which there is none for coded facts; dashed: carried past the end of a source. Hatched: no "
    "value. Dotted upright with a year: the last year of the source."
)


def picture(asked: Request, lines: tuple[Line, ...], sources: tuple[SourceNote, ...]) -> Picture:
    """Return the chart as a picture with its sources.

    Raises
    ------
    BadInput
        When no measure has two years with a value.
    """
    from daylight.show import picture as made

    drawn = [(line, values) for line in lines if len(values := known(line)) >= FEWEST]
    if not drawn:
        raise BadInput(
            "No measure has two years with a value, so there is no chart; ask for other measures "
            "or years, or for a table."
        )
    chart = t.Chart(_drawn(asked, drawn), CAPTION)
    ids = tuple(source.id for source in sources)
    figure = Figure(NAME, chart, "", Table("", (), ()), ids)
    return made.picture(figure, made.Credit(asked, sources))


def known(line: Line) -> Values:
    """Return the years of a measure that have a value."""
    rows = zip(
        line.year.tolist(), *(e.tolist() for e in (line.value, line.lo, line.hi)), strict=True
    )
    return [row for row in rows if not math.isnan(row[1])]


def _drawn(asked: Request, drawn: list[tuple[Line, Values]]) -> str:
    first = min(int(line.year[0]) for line, _ in drawn)
    events = changes((asked.a, asked.b), first, asked.year)
    top = LABEL * len(events) + 4
    bottom = top + len(drawn) * (HEAD + PANEL + GAP) - GAP
    title = f"{asked.a.name} and {asked.b.name}, {first} to {asked.year}"
    svg = t.picture(NAME, title, described(drawn), bottom + 22)
    shade = t.hatch(svg, NAME)
    x = t.across(first, asked.year)
    for row, (year, _) in enumerate(events):
        mark(svg, x, year, LABEL * (row + 1), bottom)
    for k, (line, values) in enumerate(drawn):
        _panel(svg, line, values, x, top + k * (HEAD + PANEL + GAP), shade)
    axis(svg, x, bottom, first, asked.year)
    for row, (year, label) in enumerate(events):
        name(svg, x, year, LABEL * (row + 1), label)
    return t.finish(svg)


def described(drawn: list[tuple[Line, Values]]) -> str:
    """Return the text alternative: first and last value of each measure."""
    return " ".join(
        f"{line.title}: {significant(values[0][1], 3)} in {values[0][0]}, "
        f"{significant(values[-1][1], 3)} in {values[-1][0]}."
        for line, values in drawn
    )


def _panel(svg: Element, line: Line, values: Values, x: t.Scale, top: int, shade: str) -> None:
    start, bottom = top + HEAD, top + HEAD + PANEL
    t.write(svg, t.LEFT, top + 14, _heading(line), bold=True)
    low, high = _limits(values)
    y = t.Scale(low, high, bottom, start)
    for level in (low, high):
        t.line(svg, (t.LEFT, y(level)), (t.RIGHT, y(level)))
        t.write(svg, t.LEFT - 1, y(level) + 4, significant(level, 2), anchor="end", fill=t.REST)
    first, last = max(line.span[0], int(line.year[0])), min(line.span[1], int(x.last))
    for begin, end in gaps(values, first, last):
        ends = x(max(begin - 0.5, first)), x(min(end + 0.5, last))
        t.box(svg, ends, (start, bottom), shade)
    inner = t.stretched(svg, start, PANEL)
    carried = {int(y) for y, word in zip(line.year, line.status, strict=True) if word == "carried"}
    for run in runs(values):
        _run(svg, inner, run, carried, x, y)
    if line.span[1] < x.last:
        mark(svg, x, line.span[1], start, bottom)
        left = x(line.span[1]) > NEAR_END
        place, anchor = x(line.span[1]) + (-0.5 if left else 0.5), "end" if left else "start"
        t.write(svg, place, bottom - 4, f"to {line.span[1]}", anchor=anchor, fill=t.REST)


def _run(
    svg: Element, inner: Element, run: Values, carried: set[int], x: t.Scale, y: t.Scale
) -> None:
    """Draw years in a row: a band, and a line that is dashed where it is carried."""
    if len(run) == 1:
        year, value, lo, hi = run[0]
        t.line(svg, (x(year), y(lo)), (x(year), y(hi)), stroke=t.PAIR, width=2)
        t.dot(svg, x(year), y(value))
        return
    low, high = ([(x(row[0]), y(row[k]) - y.end) for row in run] for k in (2, 3))
    t.band(inner, low, high)
    for before, after in pairwise(run):
        dash = "3 3" if {before[0], after[0]} & carried else ""
        ends = [(x(row[0]), y(row[1]) - y.end) for row in (before, after)]
        t.path(inner, ends, dash=dash)


def _heading(line: Line) -> str:
    side = {"_ab": ", first of second", "_ba": ", second of first"}
    side |= {"_a": ", first state", "_b": ", second state"}
    return f"{line.title}{side.get(line.name.removeprefix(line.measure), '')} ({line.unit})"


def _limits(values: Values) -> tuple[float, float]:
    """Return ends of a scale that hold every band, and zero where nothing is below it."""
    low, high = min(row[2] for row in values), max(row[3] for row in values)
    low = 0.0 if low >= 0 else low
    return (low, high) if high > low else (low, low + 1.0)
