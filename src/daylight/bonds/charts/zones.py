"""The chance of each zone of the peace scale: five bars in the order of the scale."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.records import Bond
from daylight.bonds.written import named
from daylight.ledgers.relationship.form import ZONES, Zone
from daylight.say.numbers import percent
from daylight.show import chart as t
from daylight.show.two_sided import ZONE_FILLS

NAME = "zones"
TOP, FULL, LINE = 18, 56, 13
"""Pixels above a full bar, of a full bar, and of a line of a label."""
LABELS: dict[Zone, tuple[tuple[str, str], tuple[str, str]]] = {
    "severe_rivalry": (("severe", "rivalry"), ("war thought", "of")),
    "lesser_rivalry": (("lesser", "rivalry"), ("rivals", "")),
    "negative_peace": (("negative", "peace"), ("at peace,", "not close")),
    "warm_peace": (("warm", "peace"), ("friendly", "")),
    "security_community": (("security", "community"), ("war", "unthinkable")),
}
"""Name of a zone, and plain words for it; lines that fit beside each other on a telephone."""


def zones(bond: Bond) -> t.Chart | None:
    """Draw the chances, or return None where there are none."""
    chances = bond.relationship.probabilities
    if chances is None:
        return None
    title = f"Relationship of {bond.a.name} and {bond.b.name} in {bond.year}, chances in 100"
    svg = t.picture(NAME, title, described(bond), TOP + FULL + 4 * LINE + 6)
    bottom = TOP + FULL
    for k, zone in enumerate(ZONES):
        _bar(svg, zone, chances[zone], 10.0 + 20 * k, zone == bond.relationship.zone)
    t.line(svg, (0, bottom), (100, bottom), stroke=t.AXIS)
    return t.Chart(t.finish(svg), CAPTION)


def described(bond: Bond) -> str:
    """Return the text alternative: each chance, and the band of that of rivalry."""
    chances = bond.relationship.probabilities or {}
    told = ", ".join(f"{named(zone)} {percent(p)}" for zone, p in chances.items())
    rival = bond.relationship.p_rivalry
    if rival.value is None or rival.lo is None or rival.hi is None:
        return f"Chances in 100: {told}."
    ends = f"{percent(rival.lo)} to {percent(rival.hi)}"
    return (
        f"Chances in 100: {told}; both kinds of rivalry together {percent(rival.value)} ({ends})."
    )


def _bar(svg: Element, zone: Zone, chance: float, middle: float, likeliest: bool) -> None:
    bottom = TOP + FULL
    height = max(FULL * chance, 1.0)
    ends = (round(middle - 7.6, 2), round(middle + 7.6, 2))
    t.box(svg, ends, (bottom - height, bottom), ZONE_FILLS[zone], edge=t.AXIS)
    number = f"{percent(chance)}\u00a0%"
    t.write(svg, middle, bottom - height - 5, number, anchor="middle", size=t.TEXT, bold=True)
    name, plain = LABELS[zone]
    for row, text in enumerate(name):
        place = bottom + LINE * (row + 1)
        t.write(svg, middle, place, text, anchor="middle", bold=likeliest)
    for row, text in enumerate(filter(None, plain)):
        t.write(svg, middle, bottom + LINE * (row + 3), text, anchor="middle", fill=t.REST)


CAPTION = (
    "Chance of each zone of the peace scale in 100, from the ledgers. The scale codes most "
    "alliances as negative peace: no zone is the word for an alliance."
)
