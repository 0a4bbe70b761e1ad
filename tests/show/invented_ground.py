"""A small invented world to draw maps on: squares of land under the names of real shapes."""

from __future__ import annotations

from datetime import date

from daylight.show.blocks import Table
from daylight.show.dispute import Dispute
from daylight.show.ground import Ground, laid
from daylight.show.steps import Shown, five

STEPS = five(("none", "little", "some", "much", "most"), ("−−", "−", "0", "+", "++"))
HELD: dict[str, int | None] = {
    "Russia": 365, "Ukraine": 369, "Crimea": 365, "Latvia": 367, "Germany": 255, "Vietnam": 816,
    "Yemen": 679, "Czechia": 316, "Slovakia": 317, "Serbia": 345, "Croatia": 344, "Kosovo": 347,
    "Somaliland": None, "N. Cyprus": None, "United States of America": 2, "Malta": 338,
    "Taiwan": 713, "Japan": 740,
}  # fmt: skip
SIDE, TINY = 400, 12
"""Tenths of the unit of a map: of a large state, and of Malta."""
CRIMEA = Dispute("Crimea", "Crimea", None, "Russia", "Ukraine", "https://e.org/1", "page")
HANS = Dispute("Hans", "", (-66.0, 80.0), "no state", "Canada; Denmark", "https://e.org/2", "page")
ABYEI = Dispute("Abyei", "", (28.0, 10.0), "A; B", "A; B", "javascript:x", "in part")


def square(place: int, side: int) -> str:
    x, y = 600 + place % 8 * 1000, 800 + place // 8 * 1200
    return f"M{x} {y}l{side} 0 0 {side}-{side} 0z"


PATHS = {
    unit: [square(k, TINY if unit == "Malta" else SIDE)] for k, unit in enumerate(sorted(HELD))
}


def ground_of(day: date, *disputes: Dispute) -> Ground:
    return laid(PATHS, HELD, disputes, day)


def shown_of(ground: Ground) -> list[Shown]:
    """Return values for all members but the Baltic states; every third is carried."""
    return [
        Shown(s.cow, s.name_on(ground.day), s.code, s.cow % 5, f"{s.cow} points", s.cow % 3 == 0)
        for s in ground.members
        if not 366 <= s.cow <= 368
    ]


TABLE = Table("Values", ("state", "value"), (("Russia", "1"),))
