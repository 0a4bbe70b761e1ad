"""Treaties that ended before their term, and were not renewed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.breaks.kinds import TREATY_BROKEN
from daylight.core.refs import StateRef, ref_of
from daylight.endurance.shocks.event import Event
from daylight.facts.read import of_both
from daylight.say.lines import capital
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

TABLES = ("treaty_ends",)
NAMES = ("date", "precision", "atopid", "bilateral", "leaver")


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield the ends of treaties of both."""
    either, values = of_both(a.cow, b.cow, until)
    where = f"{either} AND mode = ? AND NOT next_phase AND date <= ? ORDER BY date"
    rows = atlas.rows("treaty_ends", where, (*values, TREATY_BROKEN, until), NAMES)
    for row in rows_of(rows):
        when, leaver = row["date"], row["leaver"]
        known = leaver is not None and leaver == leaver
        who = ref_of(int(leaver), when).name if known else None
        what = "a treaty of the two" if row["bilateral"] else "a pact of theirs with others"
        title = f"{who} leaves {what}" if who else capital(f"{what} ends early")
        citation = f"ATOP 5.1, atopid {row['atopid']}"
        yield Event(when, row["precision"], title, "treaty_end", "rupture", citation, None, "atop")
