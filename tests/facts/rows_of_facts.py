"""Small tables of dated facts for the tests: no row of a producer."""

from __future__ import annotations

from datetime import date
from typing import Any

from daylight.facts.records import Fact
from daylight.store.schemas.facts import TABLES

USA, CANADA, UK, FRANCE, GERMANY, WEST_GERMANY, RUSSIA, IRAN = 2, 20, 200, 220, 255, 260, 365, 630
COLUMNS = tuple(TABLES[0].columns)
PLAIN: dict[str, Any] = {
    "a": USA, "b": RUSSIA, "day": date(2000, 1, 1), "precision": "day", "until": None,
    "until_precision": None, "open_to": None, "kind": "force", "actor": 0, "text": "x",
    "weight": 50, "source": "mid", "citation": None,
}  # fmt: skip


def rows(*facts: dict[str, Any]) -> dict[str, list[Any]]:
    """Return the columns of the table; what a fact does not say is as in :data:`PLAIN`."""
    full = [PLAIN | fact for fact in facts]
    return {name: [fact[name] for fact in full] for name in COLUMNS}


def told(**changes: Any) -> Fact:
    """Return a fact as it is told; what is not said is plain."""
    day = changes.get("day", date(2000, 1, 1))
    plain: dict[str, Any] = {
        "day": day, "precision": "day", "until": None, "until_precision": None,
        "standing": "event", "held": day, "kind": "force", "actor": 0, "text": "x", "weight": 50,
        "source": ("mid",), "citation": (),
    }  # fmt: skip
    return Fact(**(plain | changes))
