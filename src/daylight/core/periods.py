"""Dates as people give them, and the last full year that was observable by then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from daylight.core.errors import BadInput, OutsideCoverage

FIRST_YEAR = 1816
"""The Correlates of War state system begins on 1 January 1816."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """A date, and the last calendar year that was complete on it.

    Yearly measures for `year` or before may enter a result as of `date`; later ones may not.
    """

    date: date
    year: int


def parse_date(text: str | int | date) -> date:
    """Read a date as YYYY, YYYY-MM or YYYY-MM-DD; a year or month means its last day.

    Raises
    ------
    BadInput
        When the text is none of these, or names no real day.
    """
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", str(text).strip())
    if match is None:
        raise BadInput(f"{str(text)!r} is not a date; write 2017-02-01, 2017-02 or 2017.")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day is not None and month is not None:
            return date(year or 0, month, day)
        if month is not None:
            date(year or 0, month, 1)
            first_of_next = date((year or 0) + month // 12, month % 12 + 1, 1)
            return date.fromordinal(first_of_next.toordinal() - 1)
        return date(year or 0, 12, 31)
    except ValueError as error:
        raise BadInput(f"{str(text)!r} is not a date in the calendar: {error}.") from None


def as_of(text: str | int | date | None, last: date) -> AsOf:
    """Return the date to answer for, and the last full year before it.

    Parameters
    ----------
    text : str, int, date or None
        The date; None means the last date that the atlas covers. A year that the atlas
        covers only in part means the last date covered.
    last : date
        End of what the atlas covers.

    Raises
    ------
    OutsideCoverage
        For a date before 1817 (no full year yet) or after `last`.
    """
    when = last if text is None else parse_date(text)
    if when > last and re.fullmatch(r"\d{4}", str(text).strip()) and when.year == last.year:
        when = last
    first = date(FIRST_YEAR, 12, 31)
    if not first <= when <= last:
        raise OutsideCoverage(
            f"{when} is outside what the atlas covers; choose a date from {first} to {last}."
        )
    full = when.year if (when.month, when.day) == (12, 31) else when.year - 1
    return AsOf(when, full)
