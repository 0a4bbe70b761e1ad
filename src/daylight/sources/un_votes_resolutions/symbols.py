"""Symbols and dates of resolutions: item numbers, sessions, days."""

from __future__ import annotations

import re
from datetime import date

from daylight.core.errors import SourceChanged
from daylight.sources.un_votes_resolutions.tables import plain

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SYMBOL = re.compile(
    r"A/RES/(?P<kind>ES-|S-)?(?P<session>\d+)/(?P<number>\d+)(?: (?P<part>[A-Z](?:-[A-Z])?))?"
)
FIRST = 100_000
"""Items of this source are numbered from here on, above every number of the deposit."""
SPECIAL = {None: 0, "S-": 100, "ES-": 200}
OPENED = (
    (74, date(2019, 9, 17)),
    (75, date(2020, 9, 15)),
    (76, date(2021, 9, 14)),
    (77, date(2022, 9, 13)),
    (78, date(2023, 9, 5)),
    (79, date(2024, 9, 10)),
    (80, date(2025, 9, 9)),
)
"""Regular sessions and their first day; an emergency vote belongs to the one then open."""


def number(symbol: str) -> int:
    """Return the item number of a symbol: the same for all time, from the symbol alone.

    100,000, plus 10,000 for each session (special ones count from 100, emergency special
    ones from 200), plus ten times the resolution's number, plus 1 for part A, 2 for B, ...

    Raises
    ------
    SourceChanged
        When the symbol has another form or its numbers do not fit.
    """
    match = SYMBOL.fullmatch(symbol)
    if match is None:
        raise SourceChanged(
            f"un_votes_resolutions: symbol {symbol!r} cannot be read; see SYMBOL in symbols.py."
        )
    part = match["part"]
    letter = 0 if part is None or "-" in part else ord(part) - ord("A") + 1
    session = int(match["session"]) + SPECIAL[match["kind"]]
    return FIRST + 10_000 * session + 10 * int(match["number"]) + letter


def session_of(symbol: str, when: date) -> int:
    """Return the regular session of a vote; for a special session the one open on that day.

    Raises
    ------
    SourceChanged
        When the day lies outside the sessions listed in this module.
    """
    match = SYMBOL.fullmatch(symbol)
    if match is not None and match["kind"] is None:
        return int(match["session"])
    last, began = OPENED[-1]
    if not OPENED[0][1] <= when <= began.replace(year=began.year + 1):
        raise SourceChanged(
            f"un_votes_resolutions: {symbol} of {when} lies outside sessions {OPENED[0][0]} to "
            f"{last}; enter the first day of its session in symbols.py (OPENED)."
        )
    return max(session for session, day in OPENED if day <= when)


def day(text: str) -> date:
    """Read a date in any of the three forms of the source.

    Raises
    ------
    SourceChanged
        For any other form.
    """
    clean = plain(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d 00:00:00", clean):
        return date.fromisoformat(clean[:10])
    parts = clean.split(" ")
    if len(parts) == 3 and parts[1] in MONTHS and parts[0].isdigit() and parts[2].isdigit():
        return date(int(parts[2]), MONTHS.index(parts[1]) + 1, int(parts[0]))
    raise SourceChanged(
        f"un_votes_resolutions: date {text!r} has a new form; see day() in symbols.py."
    )
