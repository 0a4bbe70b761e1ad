"""The question which blocs two states share on a date, and which they do not."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from daylight.blocs.caveats import caveats, ended
from daylight.blocs.records import RELATIONS, BlocTie, BlocTies, Membership, Relation, Standing
from daylight.blocs.view import VIEW
from daylight.blocs.words import summary
from daylight.core.lineages import lineage_of
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.core.request import Request, Who, dated, request
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

LISTED_FROM = "shared_blocs"
PARTS = ("/shared", "/first", "/second", "/looser", "/outside", "/listed")


@dated
def bloc_ties(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    divider: Who | None = None,
    atlas: Atlas | None = None,
) -> BlocTies:
    """Return the blocs of two states on a date, day exact.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
        The date; the newest date covered by default.
    divider : str, int or State, optional
        An outside power: blocs that it shares with either are listed.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    return ask(request("bloc_ties", (a, b), as_of, atlas.scope, divider), atlas)


def ask(asked: Request, atlas: Atlas) -> BlocTies:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
    atlas : Atlas
    """
    a, b, day = asked.a, asked.b, asked.as_of
    spells, blocs = _spells(atlas, day), _blocs(atlas)
    ties = [tie for bloc in blocs if (tie := _tie(bloc, spells, a, b, day))]
    groups = {relation: _of(ties, relation) for relation in RELATIONS}
    listed = tuple(bloc["bloc"] for bloc in blocs)
    covered = atlas.coverage(LISTED_FROM)
    return BlocTies(
        request=asked,
        answer=summary(groups, listed, covered, day),
        shared=groups["shared"],
        first=groups["first"],
        second=groups["second"],
        looser=groups["looser"],
        outside=_outside(blocs, spells, (a, b), asked.divider, day),
        listed=listed,
        covered=covered,
        caveats=(*caveats(groups, listed, day), *ended(_ended(spells, (a, b), day), day)),
        sources=source_notes(atlas, dict.fromkeys(PARTS, of_tables("bloc_spells")), day.year),
        view=VIEW,
    )


Row = dict[str, Any]


def _blocs(atlas: Atlas) -> list[Row]:
    return _rows(atlas.rows("blocs", "true ORDER BY bloc"))


def _spells(atlas: Atlas, day: date) -> list[Row]:
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


def _membership(spells: list[Row], bloc: str, state: StateRef, day: date) -> Membership | None:
    """Return a state's standing on a day, and since when it has gone on without a break.

    A standing goes on through a change of COW number, as that of Germany in 1990.
    """
    own = [row for row in spells if row["bloc"] == bloc and row["lineage"] == lineage_of(state.cow)]
    live = [row for row in own if row["end"] is None or row["end"] > day]
    now = next((row for row in live if int(row["cow"]) == state.cow), None)
    if now is None:
        return None
    first = now
    for row in own:
        if row["end"] == first["start"] and row["status"] == now["status"]:
            first = row
    standing: Standing = now["status"]
    note = now["note"] or None
    # An atlas built before precisions were stored has none: its days are taken as given.
    since = PartialDate(first["start"], first["start_precision"] or "day")
    return Membership(state, standing, since, first["confirmed"], first["citation"], note)


def _ended(
    spells: list[Row], states: tuple[StateRef, ...], day: date
) -> list[tuple[StateRef, str, PartialDate]]:
    """Return standings of which it cannot be told whether they had ended by a day."""
    found = []
    for state in states:
        own = [row for row in spells if row["lineage"] == lineage_of(state.cow) and row["end"]]
        for row in own:
            end = PartialDate(row["end"], row["end_precision"] or "day")
            if end.surely_by(day) is None:
                found.append((state, row["bloc"], end))
    return found


def _tie(bloc: Row, spells: list[Row], a: StateRef, b: StateRef, day: date) -> BlocTie | None:
    one, two = (_membership(spells, bloc["bloc"], state, day) for state in (a, b))
    memberships = tuple(m for m in (one, two) if m)
    if not memberships:
        return None
    relation: Relation = "looser"
    if all(m is not None and m.standing == "full" for m in (one, two)):
        relation = "shared"
    elif two is None:
        relation = "first"
    elif one is None:
        relation = "second"
    return BlocTie(bloc["bloc"], bloc["name"], bloc["kind"], relation, memberships)


def _outside(
    blocs: list[Row],
    spells: list[Row],
    pair: tuple[StateRef, StateRef],
    power: StateRef | None,
    day: date,
) -> tuple[BlocTie, ...]:
    """Return blocs that the outside power shares, as a full member, with one of the pair."""
    if power is None:
        return ()
    ties = [_tie(bloc, spells, state, power, day) for state in pair for bloc in blocs]
    return tuple(tie for tie in ties if tie and tie.relation == "shared")


def _of(ties: list[BlocTie], relation: Relation) -> tuple[BlocTie, ...]:
    return tuple(tie for tie in ties if tie.relation == relation)
