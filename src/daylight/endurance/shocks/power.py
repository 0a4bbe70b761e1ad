"""Changes of regime in either state, and leaders who came against the rules or from abroad."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from daylight.core.lineages import newest, numbers
from daylight.core.refs import StateRef, ref_of
from daylight.endurance.shocks.event import Event
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

TABLES = ("successions",)
NAMES = ("cow", "day", "precision", "kind", "name", "manner", "source")
HOW = {"irregular": "comes to power against the rules", "imposed": "is put in power from abroad"}
CITED = {
    "archigos": "Archigos 4.1",
    "gwf_regimes": "Regimes of Geddes, Wright and Frantz, March 2021",
}


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield changes of regime, then of leaders, in both states.

    A leader who came by the rules is none, nor one of whom it is not known how: ties in which
    such a one had come broke as often as others.
    """
    for side in (a, b):
        for row in _rows(atlas, numbers(side.cow, until)):
            if row["day"] <= until:
                yield _event(row, row["cow"])


@lru_cache(maxsize=512)
def _rows(atlas: Atlas, mine: tuple[int, ...]) -> tuple[dict[str, Any], ...]:
    where = (
        f"cow IN ({', '.join('?' * len(mine))}) AND "
        f"(kind = 'leader' AND manner IN ('irregular', 'imposed') "
        f"OR kind = 'regime' AND manner <> 'standing') ORDER BY kind DESC, day"
    )
    return tuple(rows_of(atlas.rows("successions", where, mine, NAMES)))


def _event(row: dict[str, Any], cow: int) -> Event:
    when = row["day"]
    state = ref_of(cow, when).name
    if row["kind"] == "regime":
        title, kind = f"{state} has a new regime, {row['name']}", "regime_change"
    else:
        title, kind = f"{row['name']} {HOW[str(row['manner'])]} in {state}", "leader_change"
    source = row["source"]
    return Event(
        when, row["precision"], title, kind, "strain", CITED[source], None,
        source, newest(cow),
    )  # fmt: skip
