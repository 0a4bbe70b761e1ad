"""The list of shocks of our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.core.refs import StateRef
from daylight.endurance.shocks.event import Event
from daylight.facts.read import of_both
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

TABLES = ("shocks",)
NAMES = ("date", "precision", "title", "kind", "expected", "citation", "url")


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield the events of the list."""
    either, values = of_both(a.cow, b.cow, until)
    for row in rows_of(atlas.rows("shocks", f"{either} ORDER BY date", values, NAMES)):
        _, precision, title, kind, expected, citation, url = row.values()
        yield Event(row["date"], precision, title, kind, expected, citation, url or None, "shocks")
