"""Pairs and years that must read right, what is expected of them, and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from bond_world import World, some

from daylight.core.lookup import resolve
from daylight.ledgers.grid import FIRST
from daylight.ledgers.relationship.model import Relationship
from daylight.ledgers.relationship.spread import spread
from daylight.store.schemas.ledgers import LEDGERS

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair in a year.

    Attributes
    ----------
    one, other, year
        Which.
    right : str
        How it must read.
    expected : mapping of str to (float, float)
        Ledgers, and `rivalry`, within these ends.
    cannot : str
        What of it cannot be read from the ledgers, and why.
    wrong : str
        Why it is not as expected, where it is not.
    """

    one: str
    other: str
    year: int
    right: str
    expected: Mapping[str, Range] = field(default_factory=dict)
    cannot: str = ""
    wrong: str = ""

    @property
    def name(self) -> str:
        """The pair and the year."""
        return f"{self.one}-{self.other} {self.year}"


MC, MX = "military_cooperation", "military_conflict"
PC, PX, EC, EX = (
    "political_cooperation", "political_conflict", "economic_cooperation", "economic_conflict",
)  # fmt: skip
R = "rivalry"
BEFORE = "the ledgers begin in 1946"

CASES: tuple[Case, ...] = (
    Case("RUS", "HUN", 1956, "allies in conflict", {MC: (70, 100), MX: (80, 100)}),
    Case("GRC", "TUR", 1974, "allies in conflict", {MC: (60, 100), MX: (60, 100), R: (0.4, 1)}),
    Case("SLV", "HND", 1969, "rivalry, conflict high", {MX: (80, 100), R: (0.5, 1)}),
    Case("IND", "PAK", 1999, "rivalry, conflict high", {MX: (80, 100), PX: (60, 100), R: (0.7, 1)}),
    Case("JPN", "CHN", 1937, "war; trade is not friendship", cannot=BEFORE),
    Case("QAT", "SAU", 2018, "blockade within a pact", {MC: (50, 100), PX: (60, 100), R: (0.5, 1)}),
    Case("DZA", "MAR", 2016, "rivalry", {PX: (60, 100), R: (0.45, 1)},
         "the pact of the Arab League counts as a promise and holds the chance down"),
    Case("RUS", "SYR", 2016, "strong military cooperation", {MC: (30, 100), R: (0, 0.1)},
         "no treaty of defence, so that it is 32 of 100: strong in its parts only"),
    Case("USA", "ISR", 2009, "no fall because lists end", {MC: (20, 45), R: (0, 0.1)}),
    Case("USA", "ISR", 2014, "no fall because lists end", {MC: (20, 45), R: (0, 0.1)}),
    Case("USA", "ISR", 2018, "no fall because lists end", {MC: (20, 45), R: (0, 0.1)}),
    Case("USA", "IRN", 2010, "hostile", {PX: (60, 100), EX: (30, 100), R: (0.7, 1)}),
    Case("CHN", "ITA", 1985, "ordinary", {MC: (0, 15), MX: (0, 5), R: (0, 0.1)},
         wrong="8 points are left of the World War, which the embargo of COCOM keeps from fading"),
    Case("RUS", "DEU", 2018, "a neutrality clause is no alliance", {MC: (0, 25)}),
    Case("RUS", "POL", 2018, "a neutrality clause is no alliance", {MC: (0, 25)}),
    Case("RUS", "TUR", 2014, "before the quarrel", {R: (0.05, 0.6)}),
    Case("RUS", "TUR", 2016, "cooling", {R: (0.05, 0.6)},
         "the quarrel of November 2015 is below the lists but for its use of force"),
    Case("RUS", "TUR", 2018, "warming", {R: (0.05, 0.6)}),
    Case("FRA", "GBR", 1904, "no yearly cliffs", cannot=BEFORE),
    Case("CHN", "PAK", 2018, "close", {MC: (20, 100), MX: (0, 5), R: (0, 0.1)}),
    Case("CHN", "PAK", 2025, "close", {MC: (20, 100), MX: (0, 5), R: (0, 0.1)}),
    Case("RUS", "UKR", 2012, "partners with a quarrel", {MC: (20, 50), R: (0, 0.6)}),
    Case("RUS", "UKR", 2018, "falls", {MC: (0, 30), MX: (60, 100), R: (0.6, 1)}),
    Case("RUS", "UKR", 2025, "war", {MC: (0, 10), MX: (90, 100), R: (0.8, 1)}),
    Case("RUS", "PRK", 2025, "alliance", {MC: (70, 100), MX: (0, 5), R: (0, 0.1)}),
    Case("USA", "CAN", 2025, "allies with a quarrel over trade", {MC: (80, 100), R: (0, 0.15)},
         "the quarrel: no source of tariffs"),
    Case("IND", "ISR", 2025, "close and cordial", {MX: (0, 5), R: (0, 0.1)},
         "visits, loans and training have no source: it reads as an ordinary tie with arms"),
    Case("TUR", "AZE", 2025, "close", {MC: (60, 100), MX: (0, 5), R: (0, 0.1)}),
    Case("EGY", "ISR", 2010, "at peace since 1979", {MX: (0, 60)},
         wrong="sanctions of Egypt, by GSDB from 1989 to today, keep a dispute of then alive"),
)  # fmt: skip


def cases(world: World, model: Relationship) -> list[dict[str, Any]]:
    """Return the values of each case with their bands, and whether they are as expected."""
    return [one_case(world, model, case) for case in CASES]


def one_case(world: World, model: Relationship, case: Case) -> dict[str, Any]:
    """Return the values of a case, and what of it is not as expected."""
    row: dict[str, Any] = {"case": case.name, "right": case.right, "cannot": case.cannot,
                           "wrong": case.wrong}  # fmt: skip
    if case.year >= FIRST:
        row |= _values(world, model, case)
        row["misses"] = [
            name for name, (low, high) in case.expected.items() if not low <= row[name][0] <= high
        ]
    return row


def _values(world: World, model: Relationship, case: Case) -> dict[str, Any]:
    t = case.year - FIRST
    one, other = (resolve(code, date(case.year, 12, 31)).cow for code in (case.one, case.other))
    at = int(np.cumsum(world.cube.alive[:, t])[world.row(one, other)]) - 1
    row: dict[str, Any] = {}
    mine = {name: some(world.bands[t][name], np.array([at])) for name in LEDGERS}
    for name, one in mine.items():
        found = (one.value[0], one.lo[0], one.hi[0])
        row[name] = [round(float(x), 1) for x in np.nan_to_num(found)]
    got = spread(model, mine)
    row["rivalry"] = [round(float(x), 2) for x in got.rivalry[0]]
    row["warm"] = [round(float(x), 2) for x in got.warm[0]]
    return row
