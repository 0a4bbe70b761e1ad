"""A row of the curated spells as pieces, each within the days of one COW number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from daylight.core.errors import BadInput, DaylightError, SourceChanged
from daylight.core.lookup import resolve
from daylight.core.partial import PartialDate
from daylight.core.seats import all_seats
from daylight.core.states import lineage

DAY = timedelta(days=1)
Presence = list[tuple[int, date, date]]
"""COW number, first day, and first day after."""


def read(text: str | None) -> PartialDate:
    """Return a date as far as the table gives it.

    Raises
    ------
    SourceChanged
        When the text is no such date.
    """
    try:
        return PartialDate.read(text or "")
    except BadInput as error:
        raise SourceChanged(f"blocs: {error}") from None


def pieces_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Split a spell where the state's COW number changes, as Germany's does in 1990.

    Raises
    ------
    SourceChanged
        When the spell runs backwards, or begins when there was no such state and its seat is
        not in the list of seats outside the state system (:mod:`daylight.core.seats`).
    """
    start = read(row["start"])
    end = read(row["end"]) if row["end"] else None
    pieces = list(_pieces(row, start, end))
    if not pieces or not start.first <= pieces[0]["start"] <= start.last:
        raise SourceChanged(
            f"blocs: {row['bloc']}, {row['iso3']} from {start}: the spell runs backwards, or "
            f"there was no such state when it begins; mend spells.csv, or put a seat held before "
            f"in core/registry/seats.csv."
        )
    return pieces


def _pieces(
    row: dict[str, Any], start: PartialDate, end: PartialDate | None
) -> Iterator[dict[str, Any]]:
    until = end.first if end else date.max
    known: str = start.precision
    for cow, entry, leave in _presence(row["iso3"], row["bloc"]):
        begin, stop = max(start.first, entry), min(until, leave)
        if begin >= stop:
            continue
        yield {
            **row,
            "cow": cow,
            "start": begin,
            "end": None if stop == date.max else stop,
            "start_precision": known,
            "end_precision": _precision(stop, end),
        }
        known = "day"  # further pieces begin with a number of the state, on a known day


def _precision(stop: date, end: PartialDate | None) -> str | None:
    """Return how far the end of a piece is known: to the day where the state's number ends it."""
    if stop == date.max:
        return None
    return end.precision if end and stop == end.first else "day"


def _presence(iso3: str, bloc: str) -> Presence:
    """Return the days of each number of a state, with those of its seat in the bloc before."""
    try:
        numbers = lineage(resolve(iso3))
    except DaylightError as error:
        raise SourceChanged(f"blocs: spells.csv: {error}") from None
    cows = {cow for cow, _, _ in numbers}
    seats = [(s.cow, s.spell.start, s.spell.end) for s in all_seats()
             if s.body == bloc and s.cow in cows]  # fmt: skip
    out: Presence = []
    for cow, first, last in sorted([*numbers, *seats], key=lambda spell: spell[1]):
        after = date.max if last is None else last + DAY
        if out and out[-1][0] == cow and out[-1][2] == first:
            out[-1] = (cow, out[-1][1], after)
        else:
            out.append((cow, first, after))
    return out
