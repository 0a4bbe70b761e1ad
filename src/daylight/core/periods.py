"""Dates as people give them, and the last full year that was observable by then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from numbers import Real

from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.visible import quoted

FIRST_YEAR = 1816
"""The Correlates of War state system begins on 1 January 1816."""
TODAY = "today"
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d{2}:\d{2}[\d:.+Zz-]*)?)?)?")


@dataclass(frozen=True, slots=True)
class AsOf:
    """A date, and the last calendar year that was complete on it.

    Yearly measures for `year` or before may enter a result as of `date`; later ones may not.
    """

    date: date
    year: int


def parse_date(given: object) -> date:
    """Read a date: YYYY, YYYY-MM, YYYY-MM-DD or ``today``, or a date of Python, pandas or numpy.

    A year or month means its last day; hours are left out.

    Raises
    ------
    BadInput
        When it is none of these, or names no real day.
    """
    if isinstance(given, datetime) and given == given:  # a missing time of pandas is not itself
        return given.date()
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    text = _written(given)
    if text.casefold() == TODAY:
        return date.today()
    match = _DATE.fullmatch(text)
    if match is None:
        raise BadInput(f"{quoted(text)} is not a date; write 2017-02-01, 2017-02, 2017 or {TODAY}.")
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
        raise BadInput(f"{quoted(text)} is not a date in the calendar: {error}.") from None


def is_year(given: object) -> bool:
    """Whether a date was given as a year alone."""
    return re.fullmatch(r"\d{4}", _written(given)) is not None


def year_of(given: object) -> int:
    """Return the year of a date, or a year as it is.

    Raises
    ------
    BadInput
        When it is neither.
    """
    return int(given) if type(given) is int else parse_date(given).year


def _written(given: object) -> str:
    """Return what was given for a date as text.

    Raises
    ------
    BadInput
        When it is of a type that holds no date.
    """
    kind = type(given)
    if isinstance(given, Real) and kind is not bool:
        number = float(given)
        return str(int(number)) if number.is_integer() else str(given)
    if isinstance(given, (str, date)) or kind.__name__ in ("datetime64", "Period"):
        return str(given).strip()
    raise BadInput(
        f"A {kind.__name__} is not a date; give a text such as 2017-02-01, 2017-02 or 2017, a "
        f"year, or a date."
    )


def as_of(given: object, last: date) -> AsOf:
    """Return the date to answer for, and the last full year before it.

    Parameters
    ----------
    given : str, int, date or None
        The date, as :func:`parse_date` reads it; None means the last date that the atlas covers.
        A year that the atlas covers only in part means the last date covered, and so does
        ``today`` once the atlas has ended.
    last : date
        End of what the atlas covers.

    Raises
    ------
    OutsideCoverage
        For a date before 1817 (no full year yet) or after `last`.
    """
    when = last if given is None else parse_date(given)
    if when > last and given is not None and _in_part(given, when, last):
        when = last
    first = date(FIRST_YEAR, 12, 31)
    if not first <= when <= last:
        raise OutsideCoverage(
            f"{when} is outside what the atlas covers; choose a date from {first} to {last}."
        )
    full = when.year if (when.month, when.day) == (12, 31) else when.year - 1
    return AsOf(when, full)


def _in_part(given: object, when: date, last: date) -> bool:
    """Whether a date past the end stands for the end: this year, or today."""
    this_year = is_year(given) and when.year == last.year
    return this_year or _written(given).casefold() == TODAY
