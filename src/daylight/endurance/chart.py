"""The place on the peace scale by year, and under it what tested the tie, by what the tie did."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.charts.place_time import HALF_ZONE, ZONE, draw_places, draw_zones
from daylight.bonds.charts.runs import known
from daylight.endurance.records import VERDICTS, Resilience
from daylight.ledgers.relationship.form import ZONES
from daylight.show import chart as t
from daylight.show.years import axis

NAME = "shocks-time"
TOP, STRIP = 4, 15
"""Pixels above the zones, and of a line of the strip."""
TOLD = tuple(word for word in VERDICTS if word != "no tie known")
CAPTION = (
    "Above: expected place on the peace scale with its 90 % band, dashed where in part carried. "
    "Below: each event that tested the tie while it stood, in the line of what the tie did; events "
    "of one year lie on each other."
)


def shocks_time(answer: Resilience) -> t.Chart | None:
    """Draw both, or return None without a place or without an event while a tie stood."""
    years = [(one.year, one.place) for one in answer.history]
    events = [(s.date.year, s.verdict) for s in answer.shocks if s.expected != "boost"]
    tested = [(year, word) for year, word in events if word in TOLD]
    if not known(years) or not tested:
        return None
    first, last = answer.history[0].year, max(answer.year, max(year for year, _ in tested))
    bottom = TOP + ZONE * len(ZONES)
    title = f"{answer.a.name} and {answer.b.name}, {first} to {last}: what tested their tie"
    svg = t.picture(NAME, title, described(answer), bottom + 24 + STRIP * len(TOLD))
    x, y = t.across(first, last), t.Scale(-HALF_ZONE, 1 + HALF_ZONE, bottom, TOP)
    draw_zones(svg, y)
    draw_places(svg, years, x, y)
    axis(svg, x, bottom, first, last)
    for k, word in enumerate(TOLD):
        _strip(svg, x, bottom + 30 + STRIP * k, word, [year for year, w in tested if w == word])
    return t.Chart(t.finish(svg), CAPTION)


def _strip(svg: Element, x: t.Scale, height: float, word: str, years: list[int]) -> None:
    t.line(svg, (t.LEFT, height), (t.RIGHT, height))
    for year in years:
        t.line(svg, (x(year), height - STRIP + 4), (x(year), height - 2), stroke=t.INK, width=2)
    t.write(svg, t.LEFT + 1, height - 3, word, fill=t.REST)


def described(answer: Resilience) -> str:
    """Return the text alternative: how many events, by what the tie did."""
    parts = [f"{word} {answer.counts[word]}" for word in TOLD if answer.counts[word]]
    return f"Events that tested the tie while it stood: {', '.join(parts)}."
