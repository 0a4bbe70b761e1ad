"""Votes of the two against each other in the UN Security Council, where both sat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from daylight.core.lineages import newest, numbers
from daylight.core.refs import StateRef, in_text, ref_of
from daylight.endurance.shocks.event import Event
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

TABLES = ("dated_facts",)
VOTED = re.compile(r" votes (for|against) (.+)")


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield one event for each meeting day and matter on which one voted for, one against."""
    ours = (*numbers(a.cow, until), *numbers(b.cow, until))
    where = f"kind = 'council' AND actor IN ({', '.join('?' * len(ours))}) AND day <= ?"
    names = ("day", "actor", "text", "citation", "source")
    cast: dict[tuple[date, str], dict[str, dict[int, dict[str, Any]]]] = {}
    for row in rows_of(atlas.rows("dated_facts", where, (*ours, until), names)):
        voted = VOTED.search(row["text"])
        if voted:
            how, matter = voted.groups()
            votes = cast.setdefault((row["day"], matter), {"for": {}, "against": {}})
            votes[how][newest(row["actor"])] = row
    for (day, matter), votes in cast.items():
        for no, row in votes["against"].items():
            for yes in set(votes["for"]) - {no}:
                one, other = ref_of(no, day).name, in_text(ref_of(yes, day).name)
                title = f"{one} votes against {matter}, {other} for"
                yield Event(
                    day, "day", title, "vote_against", "strain", row["citation"], None,
                    row["source"],
                )  # fmt: skip
