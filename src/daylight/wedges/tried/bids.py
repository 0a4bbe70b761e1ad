"""What is known of the bids for recognition: taken, refused and declined, and their amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from statistics import median
from typing import Any

from daylight.wedges.tried.contest import Amounts, Bids, Made, Mark, Side

Row = Mapping[str, Any]
SIDES: tuple[Side, ...] = ("PRC", "ROC")
MARKS: tuple[Mark, ...] = ("page", "recalled")
COLUMNS: dict[Made, str] = {
    "offer of the winner": "winner_million",
    "offer of the other": "loser_million",
    "asked by the state": "ask_million",
}
DECLINED = "truce_refusal"


def bids(switches: Iterable[Row], as_of: date) -> tuple[Bids, ...]:
    """Return what became of the attempts to move states to each side, to a day."""
    known = [row for row in switches if row["date"] <= as_of]
    return tuple(_to(side, [r for r in known if r["joined"] == side]) for side in SIDES)


def _to(side: Side, rows: list[Row]) -> Bids:
    moved = [r for r in rows if r["outcome"] == "moved"]
    stayed = [r for r in rows if r["outcome"] == "stayed"]
    declined = sum(r["driver"] == DECLINED for r in stayed)
    refused = sum(r["bidders"] in (side, "both") for r in stayed)
    return Bids(
        side,
        len(moved),
        sum(r["winner_offer"] is not None for r in moved),
        sum(r["loser_offer"] is not None for r in moved),
        refused,
        declined,
        len(stayed) - refused - declined,
    )


def amounts(switches: Iterable[Row], as_of: date) -> tuple[Amounts, ...]:
    """Return the amounts named to a day, apart by kind and by how they were checked."""
    known = [row for row in switches if row["date"] <= as_of]
    found = []
    for made, column in COLUMNS.items():
        for mark in MARKS:
            named = [r[column] for r in known if r[f"{column}_checked"] == mark]
            if named:
                found.append(Amounts(made, mark, len(named), median(named)))
    return tuple(found)
