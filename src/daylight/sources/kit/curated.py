"""Hand-made tables of dated facts: precision of dates, words, citations, and states of the day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection
from datetime import date
from io import BytesIO

import polars as pl

from daylight.core.errors import DaylightError, SourceChanged
from daylight.core.lookup import resolve
from daylight.core.visible import quoted

PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""What a date says, by the length of its text."""
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
SOURCE = re.compile(r"https?://\S+|(?:ATOP|ICB|UCDP|UN) .+")
"""A citation is the address of a page, or a row of a named data set."""


def read_facts(content: bytes, source: str, table: str, columns: Collection[str]) -> pl.DataFrame:
    """Return a table of facts as text, with its columns in the order of the file.

    Raises
    ------
    SourceChanged
        When a column is missing or more are there, or a row has no citation.
    """
    rows = pl.read_csv(BytesIO(content.decode("utf-8").encode()), infer_schema=False)
    if set(rows.columns) != set(columns):
        raise SourceChanged(
            f"{source}: {table} has the columns {', '.join(rows.columns)}; expected "
            f"{', '.join(columns)}."
        )
    bare = [r for r in rows.iter_rows(named=True) if not SOURCE.fullmatch(r["citation"] or "")]
    if bare:
        raise SourceChanged(
            f"{source}: {table}: {list(bare[0].values())[:5]} has no citation; give the address "
            f"of a page, or name the row of a data set."
        )
    return rows


def check_words(
    rows: pl.DataFrame, source: str, column: str, words: Collection[str | None]
) -> None:
    """Raise for a value of `column` that is not among `words`.

    Raises
    ------
    SourceChanged
        With the first such value.
    """
    bad = sorted(map(str, set(rows[column].to_list()) - set(words)))
    if bad:
        known = ", ".join(sorted(str(word) for word in words if word is not None))
        raise SourceChanged(f"{source}: {column} {bad[0]!r} is not known; expected one of {known}.")


def first_day(text: str | None, source: str) -> date:
    """Return the first day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    return _day(text, source, last=False)


def last_day(text: str | None, source: str) -> date:
    """Return the last day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    return _day(text, source, last=True)


def precision(text: str) -> str:
    """Return what a date says: ``year``, ``month`` or ``day``."""
    return PRECISIONS[len(text)]


def _day(text: str | None, source: str, last: bool) -> date:
    try:
        if text is None or not DATE.fullmatch(text):
            raise ValueError
        parts = [int(part) for part in text.split("-")]
        month = parts[1] if len(parts) > 1 else (12 if last else 1)
        end = monthrange(parts[0], month)[1] if last else 1
        return date(parts[0], month, parts[2] if len(parts) > 2 else end)
    except ValueError:
        raise SourceChanged(
            f"{source}: {quoted(text or '')} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD."
        ) from None


def state_on(code: str | None, day: date, source: str) -> int:
    """Return the COW number of the state that a code means on a day.

    Raises
    ------
    SourceChanged
        When it is empty, means none, or none that was in the state system that day.
    """
    try:
        return resolve(code or "", day).cow
    except DaylightError as error:
        raise SourceChanged(f"{source}: {error}") from None
