"""Parts of pages: the relationship's weights, dependence, and pairs that everybody knows."""

from __future__ import annotations

from daylight.bonds.bond import bond
from daylight.bonds.records import Quantity
from daylight.bonds.written import named
from daylight.dependence.all_pairs import PARTS
from daylight.say.numbers import place
from daylight.store.atlas import current
from daylight.store.schemas.ledgers import LEDGERS

from .markdown import grid
from .measures import years

PAIRS = (
    ("USA", "CAN", 2016), ("USA", "CAN", 2025), ("USA", "JPN", 2016), ("FRA", "DEU", 2016),
    ("GBR", "FRA", 2025), ("RUS", "BLR", 2016), ("RUS", "PRK", 2016), ("RUS", "PRK", 2025),
    ("RUS", "IRN", 2016), ("RUS", "IRN", 2025), ("RUS", "CHN", 2016), ("RUS", "CHN", 2025),
    ("CHN", "PAK", 2025), ("IND", "ISR", 2025), ("TUR", "AZE", 2025), ("BRA", "COL", 2025),
    ("USA", "CHN", 2016), ("USA", "IRN", 2016), ("IND", "PAK", 1999), ("IND", "PAK", 2025),
    ("KOR", "PRK", 2025), ("RUS", "UKR", 2012), ("RUS", "UKR", 2018), ("RUS", "UKR", 2025),
    ("SAU", "QAT", 2018), ("DZA", "MAR", 2016), ("GRC", "TUR", 1974), ("GRC", "TUR", 2025),
    ("RUS", "HUN", 1956), ("HND", "SLV", 1969), ("CHN", "ITA", 1985), ("FJI", "PRY", 2016),
)  # fmt: skip
SHORT = {
    "military_cooperation": "military coop.", "military_conflict": "military confl.",
    "political_cooperation": "political coop.", "political_conflict": "political confl.",
    "economic_cooperation": "economic coop.", "economic_conflict": "economic confl.",
}  # fmt: skip


def _link(measure: str) -> str:
    return f"[`{measure}`](../reference/measures.md#{measure})"


def dependence_parts() -> str:
    """List what dependence is made of."""
    spans = current().spans()
    return grid(
        ("measure", "weight", "years", "why"),
        [(_link(p.measure), f"{p.weight:g}", years(p.measure, spans), p.reason) for p in PARTS],
    )


def weights() -> str:
    """List the weights of the relationship with their errors."""
    rows = current().rows("relationship_weights")
    names = ("logit", "outcome", "input", "weight", "sd")
    found = [
        (logit, outcome, named(part), f"{weight:.2f}", f"{sd:.2f}")
        for logit, outcome, part, weight, sd in zip(*(rows[n].tolist() for n in names), strict=True)
    ]
    return grid(("logit", "outcome", "input", "weight", "standard error"), sorted(found))


def known_pairs() -> str:
    """Relationship and ledgers of pairs that everybody knows."""
    rows = []
    for one, two, year in PAIRS:
        found = bond(one, two, year)
        cells = [_cell(found.ledgers[k].quantity) for k in range(len(LEDGERS))]
        chances = found.relationship.p_rivalry
        rival = "-" if chances.value is None else _chance(chances)
        names = f"{found.a.name}, {found.b.name}, {year}"
        rows.append((names, found.relationship.word, rival, *cells))
    return grid(("pair", "word", "rivalry, %", *SHORT.values()), rows)


def _cell(points: Quantity) -> str:
    if points.value is None or points.lo is None or points.hi is None:
        return points.status.replace("_", " ")
    text = place(points.value)
    if points.lo == points.hi:
        return text
    return f"{text} ({place(points.lo)}-{place(points.hi)})"


def _chance(chance: Quantity) -> str:
    value, lo, hi = (100 * (x or 0.0) for x in (chance.value, chance.lo, chance.hi))
    return f"{place(value)} ({place(lo)}-{place(hi)})"
