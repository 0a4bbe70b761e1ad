"""How two states stood year by year, by each way to measure it that a text may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from daylight.bonds.records import Quantity, YearOf
from daylight.checks.commands import ledger_rows
from daylight.checks.commands import pair as command
from daylight.checks.kept import years_of_pair
from daylight.checks.known import Known
from daylight.checks.terms.two_states import Pair
from daylight.checks.verdict import Figure
from daylight.say.lines import listed
from daylight.say.numbers import fixed, with_interval

TABLES = ("ledgers",)


@dataclass(frozen=True, slots=True)
class Line:
    """One way to measure how two states stand.

    Attributes
    ----------
    name : str
        As people read it.
    scale : str
        From where to where it goes.
    up : int
        1 where more is closer, -1 where more is further apart.
    margin : float
        By how much two years must differ to be told apart.
    of : callable
        From a year to the quantity.
    """

    name: str
    scale: str
    up: int
    margin: float
    of: Callable[[YearOf], Quantity]

    @property
    def digits(self) -> int:
        """Decimals with which it is written."""
        return 0 if self.margin >= 1 else 2


def _ledger(name: str) -> Callable[[YearOf], Quantity]:
    return lambda year: year.ledgers[name]


def _points(name: str, up: int) -> Line:
    return Line(name, "0 to 100 points", up, 2.0, _ledger(name.replace(" ", "_")))


PLACE = Line(
    "the place between rivalry (0) and warm peace (1)", "0 to 1", 1, 0.05, lambda y: y.place
)
LINES: Mapping[str, tuple[Line, ...]] = {
    "": (
        PLACE,
        _points("military cooperation", 1),
        _points("political cooperation", 1),
        _points("economic cooperation", 1),
    ),
    "military": (_points("military cooperation", 1),),
    "political": (_points("political cooperation", 1),),
    "economic": (_points("economic cooperation", 1),),
    "conflict": (PLACE, _points("military conflict", -1), _points("political conflict", -1)),
}  # fmt: skip
SAID = (
    ("military", ("military", "defence", "defense", "security")),
    ("economic", ("economic", "trade", "commercial", "business")),
    ("political", ("political", "diplomatic")),
)
"""Words of a text, and the measures that they mean."""


def lines(text: str, apart: bool) -> tuple[Line, ...]:
    """Return the ways to measure what words are about; all of them where they name none."""
    small = text.lower()
    named = [line for kind, words in SAID if any(w in small for w in words) for line in LINES[kind]]
    return tuple(named) or LINES["conflict" if apart else ""]


def years(known: Known, pair: Pair) -> tuple[YearOf, ...]:
    """Return the years of a pair up to the date of the text, whichever is named first."""
    one, other = sorted(pair, key=lambda state: state.cow)
    return years_of_pair(known.atlas, one, other, known.year)


def band(line: Line, year: YearOf) -> tuple[float, float] | None:
    """Return the ends of what a year is known to be, the higher the closer."""
    found = line.of(year)
    if found.lo is None or found.hi is None:
        return None
    return (found.lo, found.hi) if line.up > 0 else (-found.hi, -found.lo)


def value(line: Line, year: YearOf) -> str:
    """Write what a year is known to be, with its interval."""
    found = line.of(year)
    if found.lo is None or found.hi is None:
        return "not known"
    if found.value is None:
        return f"between {fixed(found.lo, line.digits)} and {fixed(found.hi, line.digits)}"
    if fixed(found.lo, line.digits) == fixed(found.hi, line.digits):
        return fixed(found.value, line.digits)
    return with_interval(found.value, found.lo, found.hi, line.digits)


def told(line: Line, year: YearOf) -> str:
    """Write the same with its year, and whether it was seen then."""
    carried = ", in part carried on from earlier years" if _carried(line, year) else ""
    return f"{value(line, year)} in {year.year}{carried}"


def carried(used: Iterable[tuple[Line, YearOf]]) -> str:
    """Write of which years values are not all seen in the year itself; nothing where they are."""
    found = sorted({year.year for line, year in used if _carried(line, year)})
    if not found:
        return ""
    which = listed([str(year) for year in found])
    return f" Of {which} a part is carried on from earlier years."


def _carried(line: Line, year: YearOf) -> bool:
    found = line.of(year)
    return found.status == "carried" and found.lo != found.hi


def figure(line: Line, year: YearOf) -> Figure:
    """Return a year by one measure as a figure."""
    found = line.of(year)
    name = f"{line.name}, {year.year}"
    return Figure(name, found.value, found.lo, found.hi, line.scale, told(line, year), "ledgers")


def queries(known: Known, pair: Pair, wanted: Iterable[int]) -> tuple[str, str]:
    """Return the commands that show a pair in some years."""
    rows = ledger_rows(known.numbers(pair[0]), known.numbers(pair[1]), wanted)
    return command("bond", *pair, known.on), rows
