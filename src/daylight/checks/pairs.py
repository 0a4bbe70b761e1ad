"""A pair of states of a claim, and its ledgers year by year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from daylight.bonds.history import history
from daylight.bonds.read import rows
from daylight.bonds.records import Quantity, YearOf
from daylight.checks.known import Known
from daylight.core.refs import StateRef


@dataclass(frozen=True, slots=True)
class Line:
    """One way to measure how two states stand.

    Attributes
    ----------
    name : str
        As people read it.
    up : int
        1 where more is closer, -1 where more is further apart.
    margin : float
        By how much two years must differ to be told apart.
    of : callable
        From a year to the quantity.
    """

    name: str
    up: int
    margin: float
    of: Callable[[YearOf], Quantity]


def _ledger(name: str) -> Callable[[YearOf], Quantity]:
    return lambda year: year.ledgers[name]


PLACE = Line("place between rivalry and warm peace", 1, 0.05, lambda year: year.place)
LINES: Mapping[str, tuple[Line, ...]] = {
    "": (
        PLACE,
        Line("military cooperation", 1, 2.0, _ledger("military_cooperation")),
        Line("political cooperation", 1, 2.0, _ledger("political_cooperation")),
        Line("economic cooperation", 1, 2.0, _ledger("economic_cooperation")),
    ),
    "military": (Line("military cooperation", 1, 2.0, _ledger("military_cooperation")),),
    "political": (Line("political cooperation", 1, 2.0, _ledger("political_cooperation")),),
    "economic": (Line("economic cooperation", 1, 2.0, _ledger("economic_cooperation")),),
    "conflict": (
        PLACE,
        Line("military conflict", -1, 2.0, _ledger("military_conflict")),
        Line("political conflict", -1, 2.0, _ledger("political_conflict")),
    ),
}  # fmt: skip
SAID = (
    ("military", ("military", "defence", "defense", "security")),
    ("economic", ("economic", "trade", "commercial", "business")),
    ("political", ("political", "diplomatic")),
)


def lines(text: str, apart: bool) -> tuple[Line, ...]:
    """Return the ways to measure what words are about."""
    small = text.lower()
    named = [line for kind, words in SAID if any(w in small for w in words) for line in LINES[kind]]
    return tuple(named) or LINES["conflict" if apart else ""]


def years(known: Known, a: StateRef, b: StateRef) -> tuple[YearOf, ...]:
    """Return the years of a pair up to the date of the text."""
    return known.once(
        ("years", *sorted((a.cow, b.cow))),
        lambda: tuple(history(rows(known.atlas, "ledgers", a, b, known.year))),
    )


def band(line: Line, year: YearOf) -> tuple[float, float] | None:
    """Return the ends of what a year is known to be, the higher the closer."""
    found = line.of(year)
    if found.lo is None or found.hi is None:
        return None
    return (found.lo, found.hi) if line.up > 0 else (-found.hi, -found.lo)


def middle(line: Line, year: YearOf) -> float | None:
    """Return the value of a year; the middle of its band where it has none."""
    found = line.of(year)
    if found.value is not None:
        return found.value
    return None if found.lo is None or found.hi is None else (found.lo + found.hi) / 2
