"""The expected place on the peace scale by year, over the five named zones, which always show."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from daylight.bonds.charts.runs import carried_from, known, runs
from daylight.bonds.records import Bond, Quantity
from daylight.bonds.written import named, place_text
from daylight.ledgers.relationship.form import ZONES
from daylight.measures.ledgers import PLACES
from daylight.show import chart as t
from daylight.show.two_sided import ZONE_FILLS
from daylight.show.years import axis, changes, mark, name

NAME = "place-time"
ZONE, LABEL = 27, 15
"""Pixels of a zone, and of the label of an upright."""
HALF_ZONE = 0.125
"""Of the scale of 0 to 1, on which zones lie a quarter apart."""
TINT = 0.28


def place_time(bond: Bond) -> t.Chart | None:
    """Draw the place, or return None where no year has one, or none may be told."""
    years = places(bond)
    if bond.relationship.probabilities is None or not known(years):
        return None
    first, last = bond.history[0].year, bond.year
    events = changes((bond.a, bond.b), first, last)
    top = LABEL * len(events) + 4
    bottom = top + ZONE * len(ZONES)
    title = (
        f"Expected place of {bond.a.name} and {bond.b.name} on the peace scale, {first} to {last}"
    )
    svg = t.picture(NAME, title, described(bond), bottom + 22)
    x, y = t.across(first, last), t.Scale(-HALF_ZONE, 1 + HALF_ZONE, bottom, top)
    draw_zones(svg, y)
    for row, (year, _) in enumerate(events):
        mark(svg, x, year, LABEL * (row + 1), bottom)
    draw_places(svg, years, x, y)
    axis(svg, x, bottom, first, last)
    for row, (year, label) in enumerate(events):
        name(svg, x, year, LABEL * (row + 1), label)
    _end(svg, carried_from(years), x, bottom)
    return t.Chart(t.finish(svg), CAPTION)


def draw_places(
    svg: Element, years: Sequence[tuple[int, Quantity]], x: t.Scale, y: t.Scale
) -> None:
    """Draw the places as lines in their bands, dashed where carried, and name the zones."""
    inner = t.stretched(svg, int(y.end), int(y.start - y.end))
    for run in runs(years):
        if len(run.rows) == 1:
            year, value, lo, hi = run.rows[0]
            t.line(svg, (x(year), y(lo)), (x(year), y(hi)), stroke=t.PAIR, width=2)
            t.dot(svg, x(year), y(value))
            continue
        low, line, high = ([(x(row[0]), y(row[k]) - y.end) for row in run.rows] for k in (2, 1, 3))
        t.band(inner, low, high)
        t.path(inner, line, dash="5 3" if run.carried else "")
    for zone, middle in zip(ZONES, PLACES, strict=True):
        top_of_zone = y(float(middle) + HALF_ZONE)
        t.write(svg, t.LEFT + 1, top_of_zone + 11, named(zone), fill=t.REST)


def draw_zones(svg: Element, y: t.Scale) -> None:
    """Draw the five zones, which always show."""
    for zone, middle in zip(ZONES, PLACES, strict=True):
        _zone(svg, zone, float(middle), y)


def places(bond: Bond) -> list[tuple[int, Quantity]]:
    """Return the place of each year."""
    return [(year.year, year.place) for year in bond.history]


def described(bond: Bond) -> str:
    """Return the text alternative: first, last, lowest and highest place, and where it ends."""
    years = dict(places(bond))
    rows = known(years.items())
    ends = rows[0][0], rows[-1][0]
    low, high = (pick(rows, key=lambda row: row[1])[0] for pick in (min, max))
    text = (
        f"Place from 0, severe rivalry, to 1, security community: {place_text(years[ends[0]])} "
        f"in {ends[0]}, {place_text(years[ends[1]])} in {ends[1]}; lowest "
        f"{place_text(years[low])} in {low}, highest {place_text(years[high])} in {high}"
    )
    since = carried_from(years.items())
    return f"{text}; carried since {since}." if since else f"{text}."


def _zone(svg: Element, zone: str, middle: float, y: t.Scale) -> None:
    ends = y(middle + HALF_ZONE), y(middle - HALF_ZONE)
    t.box(svg, (t.LEFT, t.RIGHT), ends, ZONE_FILLS[zone], opacity=TINT)
    t.line(svg, (t.LEFT, ends[1]), (t.RIGHT, ends[1]))


def _end(svg: Element, since: int | None, x: t.Scale, bottom: float) -> None:
    """Mark from which year on everything is carried."""
    if since is None or not x.first < since:
        return
    place = x(since)
    anchor = "end" if place > 60 else "start"
    t.line(svg, (place, bottom - 14), (place, bottom), stroke=t.AXIS)
    t.write(svg, place, bottom - 4, f" in part carried from {since} ", anchor=anchor)


CAPTION = (
    "Line: expected place, from the chances of the five zones. Band: 90 %. Dashed: in part "
    "carried past the end of a source. The scale is always shown whole."
)
