"""Parts of pages: positions of groups and pairs that everybody knows."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from statistics import median

from daylight.bonds.components import DIMENSIONS
from daylight.core.lookup import resolve
from daylight.say.numbers import place, position_text
from daylight.store.atlas import Atlas, current
from daylight.store.schemas import ARM_STEP, POSITION_STEP

from .markdown import grid

GROUPS = (
    ("NATO members", "NATO", 2016),
    ("EU members", "EU", 2016),
    ("GCC members", "GCC", 2016),
    ("ASEAN members", "ASEAN", 2016),
    ("CSTO members", "CSTO", 2016),
    ("EAEU members", "EAEU", 2016),
    ("Warsaw Pact members", "Warsaw Pact", 1980),
)
PAIRS = (
    ("USA", "CAN", 2016), ("FRA", "DEU", 2016), ("AUS", "NZL", 2016), ("RUS", "BLR", 2016),
    ("USA", "JPN", 2016), ("CHN", "PRK", 2016), ("RUS", "IRN", 2016), ("RUS", "CHN", 2016),
    ("USA", "RUS", 2016), ("USA", "IRN", 2016), ("USA", "PRK", 2016), ("IND", "PAK", 2016),
    ("ISR", "IRN", 2016), ("RUS", "UKR", 2016), ("ARM", "AZE", 2016), ("PRK", "KOR", 2016),
    ("USA", "RUS", 1980), ("RUS", "POL", 1980),
)  # fmt: skip
COLUMNS = (*DIMENSIONS, "overall")


def _positions(book: Atlas, year: int) -> dict[tuple[str, int, int], tuple[float, float, float]]:
    rows = book.years("bonds", year, year)
    names = ("dimension", "a", "b", "value", "below", "above")
    found = {}
    for d, a, b, value, below, above in zip(*(rows[n].tolist() for n in names), strict=True):
        at = value * POSITION_STEP
        ends = (max(at - below * ARM_STEP, 0), min(at + above * ARM_STEP, 100))
        found[d, int(a), int(b)] = (at, *ends)
    return found


def known_groups() -> str:
    """Median positions of pairs within groups that everybody knows."""
    book = current()
    rows = []
    for title, bloc, year in GROUPS:
        day = date(year, 12, 31)
        spells = book.rows(
            "bloc_spells",
            'bloc = ? AND status = \'full\' AND start <= ? AND ("end" IS NULL OR "end" > ?)',
            (bloc, day, day),
        )
        cows = sorted({int(c) for c in spells["cow"].tolist()})
        found = _positions(book, year)
        pairs = list(combinations(cows, 2))
        medians = []
        for column in COLUMNS:
            values = [found[column, a, b][0] for a, b in pairs if (column, a, b) in found]
            medians.append(place(median(values)) if values else "-")
        rows.append((f"{title}, {year}", len(pairs), *medians))
    return grid(("pairs within", "pairs", *COLUMNS), rows)


def known_pairs() -> str:
    """Positions of pairs that everybody knows, with intervals."""
    book = current()
    rows = []
    for one, two, year in PAIRS:
        day = date(year, 12, 31)
        a, b = resolve(one, day), resolve(two, day)
        low, high = sorted((a.cow, b.cow))
        found = _positions(book, year)
        cells = []
        for column in COLUMNS:
            if (column, low, high) in found:
                value, lo, hi = found[column, low, high]
                cells.append(position_text(value, lo, hi))
            else:
                cells.append("no value")
        rows.append((f"{a.name_on(day)}, {b.name_on(day)}, {year}", *cells))
    return grid(("pair", *COLUMNS), rows)
