"""Who stands how in a bloc on a date, as records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from daylight.bloc_profiles.records import Left, Member
from daylight.cohesion.spells import Row, Standing, departures, standings
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef, ref_of

END = "; end: "
"""What stands in a note before a remark on how the standing ended."""


def members(rows: Sequence[Row], day: date) -> tuple[Member, ...]:
    """Return every standing on a day, oldest first, then by name."""
    found = [_member(standing, day) for standing in standings(rows, day)]
    return tuple(sorted(found, key=lambda one: (one.since.first, one.state.name)))


def chosen(every: Iterable[Member], *statuses: str) -> tuple[Member, ...]:
    """Return those of some statuses."""
    return tuple(one for one in every if one.status in statuses)


def left(rows: Sequence[Row], day: date) -> tuple[Left, ...]:
    """Return who was a member and is none, newest first."""
    found = [
        Left(_named(one, day), one.since, one.until, one.row["citation"], one.row["note"] or None)
        for one in departures(rows, day)
        if one.until is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.until.first, one.state.name), reverse=True))


def _member(standing: Standing, day: date) -> Member:
    first = standing.row["first"]
    signed = first.get("signed")
    return Member(
        state=_named(standing, day),
        status=standing.row["status"],
        since=standing.since,
        precision=standing.since.precision,
        signed=PartialDate.read(signed) if signed else None,
        confirmed=first["confirmed"],
        citation=first["citation"],
        note=_known(standing.row["note"], standing, day),
    )


def _known(note: str | None, standing: Standing, day: date) -> str | None:
    """Return a note without what it says of an end that had not come by the day."""
    ended = standing.until is not None and standing.until.first <= day
    told = note if ended or not note else note.partition(END)[0]
    return told or None


def _named(standing: Standing, day: date) -> StateRef:
    """Return the state as it was called on the day, or on the last one of its standing."""
    until = standing.until.first if standing.until else day
    return ref_of(standing.cow, min(until, day))
