"""The bond over time: one panel for each dimension, on one axis of years."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.records import Bond, DimensionResult
from daylight.say.absence import absence
from daylight.say.numbers import place, position_text
from daylight.show import chart as t
from daylight.show.years import axis, changes, draw, mark, name

NAME = "bond-time"
HEAD, PANEL, GAP, LABEL = 22, 62, 12, 15


def bond_time(bond: Bond) -> t.Chart | None:
    """Draw positions over time, or return None where no year has a value."""
    years = [p.year for d in bond.dimensions for p in d.history]
    if not years:
        return None
    first, last = min(years), bond.year
    events = changes((bond.a, bond.b), first, last)
    top = LABEL * (1 + len(events)) + 4
    bottom = top + 4 * (HEAD + PANEL + GAP) - GAP
    title = f"Position of {bond.a.name} and {bond.b.name} among all pairs, {first} to {last}"
    svg = t.picture(NAME, title, described(bond), bottom + 22)
    shade = t.hatch(svg, NAME)
    x = t.across(first, last)
    events.append((last, f"last full year, {last}"))
    for row, (year, _) in enumerate(events):
        mark(svg, x, year, LABEL * (row + 1), bottom)
    for number, dimension in enumerate(bond.dimensions):
        _panel(svg, dimension, x, top + number * (HEAD + PANEL + GAP), shade, (first, last))
    axis(svg, x, bottom, first, last)
    for row, (year, label) in enumerate(events):
        name(svg, x, year, LABEL * (row + 1), label)
    return t.Chart(t.finish(svg), _caption(bond, len(events) > 1))


def described(bond: Bond) -> str:
    """Return the text alternative: what stands where, with intervals."""
    return " ".join(f"{d.dimension.capitalize()}: {_now(d)}." for d in bond.dimensions)


def _now(d: DimensionResult) -> str:
    if d.value is not None:
        return f"{position_text(d.value, d.lo, d.hi)} in {d.year}"
    if d.last is None:
        return absence(d.status, d.covered, d.year)
    last = position_text(d.last.value, d.last.lo, d.last.hi)
    return f"{absence(d.status, d.covered, d.year)}; {last} in {d.last.year}"


def _panel(
    svg: Element, d: DimensionResult, x: t.Scale, top: int, shade: str, span: tuple[int, int]
) -> None:
    y = t.Scale(0, 100, top + HEAD + PANEL, top + HEAD)
    t.write(svg, t.LEFT, top + 14, d.dimension.capitalize(), size=t.TEXT, bold=True)
    t.write(svg, t.RIGHT - 1, top + 14, _now(d), anchor="end")
    for level in (0, 50, 100):
        t.line(svg, (t.LEFT, y(level)), (t.RIGHT, y(level)))
        t.write(svg, t.LEFT - 1, y(level) + 4, place(level), anchor="end", fill=t.REST)
    draw(svg, [(p.year, p.value, p.lo, p.hi) for p in d.history], x, y, shade, span)


def _caption(bond: Bond, changed: bool) -> str:
    text = (
        "Line: share of all pairs of states with a weaker tie that year, in percent. Band: 90 % "
        "interval. Hatched: no value for this pair."
    )
    return f"{text} {bond.lineage_note}" if changed and bond.lineage_note else text
