"""The spells of a bloc, as standings of states on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from daylight.core.lineages import lineage_of
from daylight.core.partial import PartialDate
from daylight.core.states import lineage
from daylight.measures.memberships import MEMBER
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

IN_LAW = (*MEMBER, "suspended")
"""Statuses of members in law."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing of a state in a bloc.

    Attributes
    ----------
    cow : int
        The number of the state then.
    status : str
    since : PartialDate
        Since when it has gone on without a break, through changes of number.
    until : PartialDate or None
        First day after it; None while it lasts.
    row : dict
        The row of the table.
    """

    cow: int
    status: str
    since: PartialDate
    until: PartialDate | None
    row: Row


def spells(atlas: Atlas, bloc: str) -> list[Row]:
    """Return all spells of a bloc, oldest first."""
    return rows_of(atlas.rows("bloc_spells", "bloc = ? ORDER BY start, cow", (bloc,)))


def standings(rows: Iterable[Row], day: date) -> list[Standing]:
    """Return the standing of each state on a day."""
    every = list(rows)
    return [_standing(row, every) for row in every if holds(row, day)]


def holds(row: Row, day: date) -> bool:
    """Return whether a spell holds on a day."""
    return bool(row["start"] <= day and (row["end"] is None or row["end"] > day))


def departures(rows: Iterable[Row], day: date) -> list[Standing]:
    """Return the last membership of each state that was a member and is none on a day.

    A state that was no more when its membership ended has not left.
    """
    every = [row for row in rows if row["start"] <= day and row["status"] in IN_LAW]
    inside = {lineage_of(int(row["cow"])) for row in every if holds(row, day)}
    last = {lineage_of(int(row["cow"])): row for row in every}
    return [
        _standing(row, every, IN_LAW)
        for line, row in last.items()
        if line not in inside and outlives(row)
    ]


def outlives(row: Row) -> bool:
    """Return whether there still was such a state when a spell had ended."""
    return row["end"] is None or any(
        start <= row["end"] <= (end or row["end"]) for _, start, end in lineage(int(row["cow"]))
    )


def _standing(row: Row, every: list[Row], same: tuple[str, ...] = ()) -> Standing:
    """Return a spell with its beginning traced back through spells that it goes on from."""
    same = same or (row["status"],)
    line, first = lineage_of(int(row["cow"])), row
    before = sorted(every, key=lambda one: one["start"], reverse=True)
    # what is only said of a state is as old as the last statement
    for other in before if row["status"] != "contemplated" else ():
        if (
            other["end"] == first["start"]
            and other["status"] in same
            and lineage_of(int(other["cow"])) == line
        ):
            first = other
    since = PartialDate(first["start"], first["start_precision"] or "day")
    until = row["end"] and PartialDate(row["end"], row["end_precision"] or "day")
    return Standing(int(row["cow"]), row["status"], since, until, {**row, "first": first})
