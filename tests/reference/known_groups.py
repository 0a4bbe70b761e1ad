"""Pairs whose ties are known well, and what index and level should say of them.

The expectations and their limits were written down before the figures were computed, and are not
changed to fit them: one that is not met stays in the table as not met. They are a reader's
knowledge of diplomatic history, not a source; the years of a break lie before and after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.bonds.components import DIMENSIONS, Dimension
from daylight.bonds.level import level, levels_of
from daylight.core.lookup import resolve
from daylight.say.numbers import place
from daylight.store.atlas import Atlas
from daylight.store.schemas import POSITION_STEP

Expectation = Literal["high", "low", "falls", "rises"]
HIGH, LOW, MOVE = 80.0, 20.0, 10.0
"""High is a position of 80 or more in every year, low one of 20 or less, as in the words of
docs/methods/bonds.md; a fall or rise is one of ten points or more from first to last year."""
Group = tuple[str, str, tuple[int, ...], Expectation, tuple[Dimension, ...]]
ALL: tuple[Dimension, ...] = DIMENSIONS

GROUPS: tuple[Group, ...] = (
    ("USA", "GBR", (1960, 1985, 2010), "high", ALL),
    ("USA", "CAN", (1960, 1985, 2010), "high", ALL),
    ("BEL", "NLD", (1960, 1985, 2010), "high", ALL),
    ("FRA", "DEU", (1995, 2010), "high", ALL),
    ("AUS", "NZL", (1985, 2010), "high", ALL),
    ("NOR", "SWE", (1985, 2010), "high", ("political", "economic")),
    ("USA", "JPN", (1985, 2010), "high", ("military", "economic")),
    ("USA", "ISR", (1985, 2010), "high", ALL),
    ("RUS", "BLR", (2000, 2010), "high", ALL),
    ("RUS", "POL", (1960, 1980), "high", ALL),
    ("CHN", "PRK", (1975, 2010), "high", ("military",)),
    ("USA", "PRK", (1995, 2010), "low", ALL),
    ("IND", "PAK", (1965, 1999), "low", ALL),
    ("KOR", "PRK", (1995, 2010), "low", ("military", "political")),
    ("ISR", "SYR", (1973, 2006), "low", ("military", "political")),
    ("ISR", "IRN", (1995, 2010), "low", ("military", "political")),
    ("ARM", "AZE", (1993, 2012), "low", ("military", "political")),
    ("USA", "IRN", (1990, 2012), "low", ALL),
    ("USA", "CUB", (1970, 1985), "low", ALL),
    ("USA", "RUS", (1960, 1980), "low", ("military", "political")),
    ("RUS", "YUG", (1947, 1950), "falls", ALL),
    ("RUS", "CHN", (1960, 1969), "falls", ("military", "economic")),
    ("USA", "CUB", (1958, 1962), "falls", ALL),
    ("RUS", "EGY", (1973, 1978), "falls", ALL),
    ("USA", "IRN", (1978, 1980), "falls", ALL),
    ("IRN", "IRQ", (1978, 1981), "falls", ("military", "economic")),
    ("CHN", "VNM", (1975, 1979), "falls", ("military",)),
    ("IRQ", "KWT", (1988, 1991), "falls", ("military", "economic")),
    ("RUS", "POL", (1985, 1995), "falls", ("military", "political")),
    ("RUS", "UKR", (2013, 2015), "falls", ALL),
    ("RUS", "UKR", (2021, 2023), "falls", ALL),
    ("ISR", "EGY", (1973, 1985), "rises", ("military",)),
    ("USA", "CHN", (1970, 1985), "rises", ("economic",)),
    ("DEU", "POL", (1985, 2005), "rises", ("military", "political")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One expectation: positions of the index and percentiles of the level, by year.

    None in `index` or `level` is a year without a value.
    """

    a: str
    b: str
    years: tuple[int, ...]
    dimension: Dimension
    expected: Expectation
    index: tuple[float | None, ...]
    level: tuple[float | None, ...]

    @property
    def index_met(self) -> bool | None:
        """Whether the index does as expected; None where a year has no value."""
        return met(self.expected, self.index)

    @property
    def level_met(self) -> bool | None:
        """Whether the level does as expected; None where a year has no value."""
        return met(self.expected, self.level)


def met(expected: Expectation, values: tuple[float | None, ...]) -> bool | None:
    """Return whether values are as expected; None where one is missing."""
    known = [x for x in values if x is not None]
    if len(known) < len(values):
        return None
    if expected == "high":
        return min(known) >= HIGH
    if expected == "low":
        return max(known) <= LOW
    move = known[-1] - known[0]
    return move <= -MOVE if expected == "falls" else move >= MOVE


def rows(book: Atlas) -> tuple[Row, ...]:
    """Return all expectations with what the atlas says."""
    return tuple(
        Row(
            a, b, years, d, expected,
            tuple(_position(book, a, b, d, y) for y in years),
            tuple(_percentile(book, a, b, d, y) for y in years),
        )
        for a, b, years, expected, dimensions in GROUPS
        for d in dimensions
    )  # fmt: skip


def _position(book: Atlas, a: str, b: str, dimension: Dimension, year: int) -> float | None:
    day = date(year, 12, 31)
    low, high = sorted((resolve(a, day).cow, resolve(b, day).cow))
    where = "dimension = ? AND a = ? AND b = ? AND year = ?"
    found = book.rows("bonds", where, (dimension, low, high, year))["value"]
    return float(found[0]) * POSITION_STEP if len(found) else None


def _percentile(book: Atlas, a: str, b: str, dimension: Dimension, year: int) -> float | None:
    day = date(year, 12, 31)
    mine = levels_of(book, resolve(a, day), resolve(b, day), year)[dimension]
    found = level(book, mine, dimension, year)
    return None if found is None else found.percentile


def counts(table: tuple[Row, ...]) -> dict[str, tuple[int, int]]:
    """Return how many expectations each meets, of how many for which it has values."""
    out = {}
    for name in ("index", "level"):
        found = [m for row in table if (m := getattr(row, f"{name}_met")) is not None]
        out[name] = sum(found), len(found)
    return out


def markdown(table: tuple[Row, ...]) -> str:
    """Return the table of the validity page."""
    head = "| pair | years | dimension | expected | index | met | level | met |"
    lines = [head, "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    for r in table:
        years = ", ".join(map(str, r.years))
        cells = [
            f"{r.a}-{r.b}", years, r.dimension, r.expected,
            _values(r.index), _word(r.index_met), _values(r.level), _word(r.level_met),
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    found = counts(table)
    text = "; ".join(f"the {name} meets {n} of {of}" for name, (n, of) in found.items())
    return "\n".join([*lines, "", f"Of {len(table)} expectations {text}."])


def _values(values: tuple[float | None, ...]) -> str:
    return ", ".join("-" if x is None else place(x) for x in values)


def _word(found: bool | None) -> str:
    return "no value" if found is None else "yes" if found else "**no**"
