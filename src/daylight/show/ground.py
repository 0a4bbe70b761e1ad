"""What a map of a day is drawn on: whose each shape is on that day, and what is disputed then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from daylight.core.partial import PartialDate
from daylight.core.states import State, all_states, get
from daylight.core.successions import holders, successors
from daylight.show.dispute import Dispute
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

FIRST = date(1946, 1, 1)
"""Before it today's shapes cannot serve: too many borders have moved."""
ENDS = ("continues", "merges", "splits")
"""Successions by which a state goes into others; one that was occupied may return."""
LEAVING = ("splits", "secedes", "seat")
"""Successions by which a state takes its own land only: Korea did not hold Japan of 1950."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A shape, and the members of the state system on whose land it lies.

    None where no member holds it; several where today's shapes cannot tell them apart.
    """

    name: str
    paths: tuple[str, ...]
    cows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Shapes, disputes and members of a day; `absent` are members without land on the map."""

    day: date
    units: tuple[Unit, ...]
    disputes: tuple[Dispute, ...]
    members: tuple[State, ...]
    absent: tuple[State, ...]

    @property
    def serves(self) -> bool:
        """Whether today's shapes can be drawn for the day."""
        return self.day >= FIRST and bool(self.units)


def ground(atlas: Atlas, day: date) -> Ground:
    """Return what the map of a day is drawn on.

    Raises
    ------
    AtlasTooOld
        When the atlas was built before it had shapes.
    """
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows_of(atlas.rows("shapes")):
        paths[row["unit"]].append(row["path"])
    held = {
        row["unit"]: None if row["cow"] is None else int(row["cow"])
        for row in rows_of(atlas.rows("shape_holders"))
        if _covers(row, day)
    }
    disputes = [row for row in rows_of(atlas.rows("disputed_places")) if live(row, day)]
    disputes.sort(key=lambda row: row["place"])
    return laid(paths, held, tuple(dispute(row) for row in disputes), day)


def laid(
    paths: Mapping[str, list[str]], held: Mapping[str, int | None],
    disputes: tuple[Dispute, ...], day: date,
) -> Ground:  # fmt: skip
    """Return the ground of a day from who holds each shape, as states are today."""
    members = tuple(state for state in all_states() if state.existed(day))
    found = {unit: _on(cow, day) for unit, cow in held.items() if unit in paths}
    placed = {cow for cows in found.values() for cow in cows}
    for state in members:
        if state.cow not in placed:
            for unit in _after(state.cow, held, day):
                found[unit] = (*found[unit], state.cow)
                placed.add(state.cow)
    units = (Unit(name, tuple(own), found.get(name, ())) for name, own in sorted(paths.items()))
    absent = tuple(state for state in members if state.cow not in placed)
    return Ground(day, tuple(units), disputes, members, absent)


def _on(cow: int | None, day: date) -> tuple[int, ...]:
    """Return who held the land of a state on a day: itself, or whoever stood in its place."""
    if cow is None:
        return ()
    if get(cow).existed(day):
        return (cow,)
    left = {s.successor for s in successors(cow) if s.kind in LEAVING}
    return tuple(state.cow for state in holders(cow, day) if state.cow not in left)


def _after(cow: int, held: Mapping[str, int | None], day: date) -> list[str]:
    """Return the shapes of the states into which one without a shape went after the day."""
    for succession in successors(cow):
        if succession.kind not in ENDS or succession.on <= day:
            continue
        after = succession.successor
        own = [unit for unit, holder in held.items() if holder == after]
        if own := own or _after(after, held, succession.on):
            return own
    return []


def live(row: Mapping[str, Any], day: date) -> bool:
    """Whether a dispute was surely there on a day, whatever day its start and end can mean."""
    start, end = row["start"], row["end"]
    begun = PartialDate(start, row["start_precision"]).last <= day
    return begun and (end is None or day < end)


def dispute(row: Mapping[str, Any]) -> Dispute:
    """Return a row of the table of disputed places as a map shows it."""
    place = None if row["lon"] is None else (row["lon"], row["lat"])
    return Dispute(
        row["place"], row["unit"] or "", place, row["holder"], row["claimant"],
        row["citation"], row["confirmed"],
    )  # fmt: skip


def _covers(row: Mapping[str, Any], day: date) -> bool:
    return bool(row["start"] <= day and (row["end"] is None or day <= row["end"]))
