"""Statements, meetings and places: from the curated CSV files to COW numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.visible import quoted
from daylight.sources.kit.curated import first_day, last_day, precision
from daylight.sources.kit.issues import IssueLog
from daylight.sources.statements.codes import check_codes, place_on, speaker_on
from daylight.sources.statements.read import SOURCE, read
from daylight.store.schemas.statements import MEETINGS, PLACES

STATEMENTS_FILE, MEETINGS_FILE, PLACES_FILE = "statements.csv", "meetings.csv", "places.csv"
COLUMNS = {
    STATEMENTS_FILE: (
        "id", "speaker", "office", "state", "day", "venue", "event", "place", "place_state",
        "gist", "phrase", "misplaced", "confirmed", "citation", "note",
    ),
    MEETINGS_FILE: (
        "id", "first", "last", "place", "place_state", "event", "participants", "kind", "topic",
        "confirmed", "citation", "note",
    ),
    PLACES_FILE: (
        "id", "name", "aliases", "kind", "host", "users", "start", "end", "confirmed", "citation",
        "note",
    ),
}  # fmt: skip
_CHECKED = {"confirmed": pl.String, "citation": pl.String, "note": pl.String}
KINDS: dict[str, dict[str, Any]] = {
    "statements": {
        "id": pl.String, "speaker": pl.String, "office": pl.String, "cow": pl.Int16,
        "day": pl.Date, "precision": pl.String, "venue": pl.String, "event": pl.String,
        "place": pl.String, "place_cow": pl.Int16, "gist": pl.String, "phrase": pl.String,
        "misplaced": pl.String, **_CHECKED,
    },
    "meetings": {
        "id": pl.String, "first": pl.Date, "last": pl.Date, "precision": pl.String,
        "place": pl.String, "place_cow": pl.Int16, "event": pl.String, "participants": pl.String,
        "kind": pl.String, "topic": pl.String, **_CHECKED,
    },
    "places": {
        "id": pl.String, "name": pl.String, "aliases": pl.String, "kind": pl.String,
        "cow": pl.Int16, "users": pl.String, "start": pl.Date, "start_precision": pl.String,
        "end": pl.Date, "end_precision": pl.String, **_CHECKED,
    },
}  # fmt: skip
NEEDED = {
    STATEMENTS_FILE: ("speaker", "office", "venue", "event", "place", "gist"),
    MEETINGS_FILE: ("place", "event", "participants"),
    PLACES_FILE: ("name",),
}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``statements``, ``meetings`` and ``places``; columns as in :data:`KINDS`.

    A date known to the year or month only stands at its first day, with its precision beside it.
    A state that the state system did not have that day has no number; a place has that of the
    state which then held it, where one is recorded.

    Raises
    ------
    SourceChanged
        For an unknown word, code or date, a row without what it needs, a mark that its citation
        does not bear out, dates that run backwards, or an identifier that stands twice.
    """
    said = read(files, STATEMENTS_FILE, COLUMNS, NEEDED, {})
    met = read(files, MEETINGS_FILE, COLUMNS, NEEDED, {"kind": MEETINGS})
    places = read(files, PLACES_FILE, COLUMNS, NEEDED, {"kind": PLACES})
    tables = {
        "statements": pl.DataFrame([_statement(row) for row in said], KINDS["statements"]),
        "meetings": pl.DataFrame([_meeting(row) for row in met], KINDS["meetings"]),
        "places": pl.DataFrame([_place(row) for row in places], KINDS["places"]),
    }
    for name, table in tables.items():
        unseen = len(table.filter(pl.col("confirmed") == "unconfirmed"))
        log.note(f"{name} that no page bears out", unseen)
    return {name: table.sort("id") for name, table in tables.items()}


def _statement(row: Mapping[str, Any]) -> dict[str, object]:
    days = _days(row["day"])
    return {name: row[name] for name in KINDS["statements"] if name in row} | {
        "cow": speaker_on(row["state"], days),
        "place_cow": place_on(row["place_state"], days),
        "day": days[0],
        "precision": precision(row["day"]),
    }


def _meeting(row: Mapping[str, Any]) -> dict[str, object]:
    days, last = _days(row["first"]), first_day(row["last"], SOURCE)
    _check_order(row["id"], row["first"], row["last"])
    check_codes(row["id"], row["participants"])
    return {name: row[name] for name in KINDS["meetings"] if name in row} | {
        "place_cow": place_on(row["place_state"], days),
        "first": days[0],
        "last": max(days[0], last),
        "precision": precision(row["first"]),
    }


def _place(row: Mapping[str, Any]) -> dict[str, object]:
    start, end = row["start"], row["end"]
    if start and end:
        _check_order(row["id"], start, end)
    if row["users"]:
        check_codes(row["id"], row["users"])
    return {name: row[name] for name in KINDS["places"] if name in row} | {
        "cow": place_on(row["host"], _days(end) if end else None),
        "start": first_day(start, SOURCE) if start else None,
        "start_precision": precision(start) if start else None,
        "end": first_day(end, SOURCE) if end else None,
        "end_precision": precision(end) if end else None,
    }


def _days(text: str | None) -> tuple[date, date]:
    """Return the first and the last day that a date can mean."""
    return first_day(text, SOURCE), last_day(text, SOURCE)


def _check_order(name: str, start: str, end: str) -> None:
    if last_day(end, SOURCE) < first_day(start, SOURCE):
        raise SourceChanged(f"{SOURCE}: {quoted(name)} ends in {end}, before {start}; mend it.")
