"""A state's standings in blocs on a day, from the spells of the atlas."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from daylight.core.lineages import lineage_of
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.shared_blocs.records import WISHES, Membership, Standing
from daylight.store.atlas import Atlas

Row = dict[str, Any]


def listed_blocs(atlas: Atlas) -> list[Row]:
    """Return the rows of the table of blocs."""
    return _rows(atlas.rows("blocs", "true ORDER BY bloc"))


def begun_spells(atlas: Atlas, day: date) -> list[Row]:
    """Return the spells that had begun by a day, newest first."""
    rows = _rows(atlas.rows("bloc_spells", "start <= ? ORDER BY start DESC", (day,)))
    for row in rows:
        row["start"], row["end"] = _day(row["start"]), _day(row["end"])
        row["lineage"] = lineage_of(int(row["cow"]))
    return rows


def _rows(columns: Any) -> list[Row]:
    names = list(columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _day(value: Any) -> date | None:
    day = np.datetime64(value, "D")
    return None if np.isnat(day) else day.item()


def membership(spells: list[Row], bloc: str, state: StateRef, day: date) -> Membership | None:
    """Return a state's standing on a day, and since when it has gone on without a break.

    A standing goes on through a change of COW number, as that of Germany in 1990. What is only
    said of a state is as old as the last statement.
    """
    own = [row for row in spells if row["bloc"] == bloc and row["lineage"] == lineage_of(state.cow)]
    live = [row for row in own if row["end"] is None or row["end"] > day]
    now = next((row for row in live if int(row["cow"]) == state.cow), None)
    if now is None:
        return None
    first = now
    for row in own if now["status"] != "contemplated" else ():
        if row["end"] == first["start"] and row["status"] == now["status"]:
            first = row
    standing: Standing = now["status"]
    note = now["note"] or None
    # An atlas built before precisions were stored has none: its days are taken as given.
    since = PartialDate(first["start"], first["start_precision"] or "day")
    return Membership(state, standing, since, first["confirmed"], first["citation"], note)


def doubtful_ends(
    spells: list[Row], states: tuple[StateRef, ...], day: date
) -> list[tuple[StateRef, str, PartialDate]]:
    """Return standings of which it cannot be told whether they had ended by a day."""
    found = []
    for state in states:
        own = [row for row in spells if row["lineage"] == lineage_of(state.cow) and row["end"]]
        for row in (row for row in own if row["status"] not in WISHES):
            end = PartialDate(row["end"], row["end_precision"] or "day")
            if end.surely_by(day) is None:
                found.append((state, row["bloc"], end))
    return found
