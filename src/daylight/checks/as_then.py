"""Texts of rows cut to what was known on a day: no ends and no notes of later."""

from __future__ import annotations

import re
from datetime import date

from daylight.core.partial import PartialDate, Precision
from daylight.say.dates import partly

YEAR = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
PART = re.compile(r";|(?<!\b[A-Z])\.(?= |$)")
"""Where a note is cut; a point after an initial cuts nothing."""
OURS = re.compile(r"^(?:end\b|not on the page|a weak page|(?:the|an?other) page|other pages)")
"""How a part of a note begins that tells of the list, or of the end of a row, not of the world."""


def note_then(note: str | None, on: date) -> str:
    """Return the parts of a note that name no year of after the last one, joined again.

    A part that names the year of the text is left out too, since it may be of later in it.
    """
    parts = [part.strip() for part in PART.split(note or "")]
    told = [
        part
        for part in parts
        if part and not OURS.match(part) and all(int(y) < on.year for y in YEAR.findall(part))
    ]
    return "; ".join(told)


def dated(day: date | None, precision: Precision | None) -> PartialDate | None:
    """Return a day of a row as precisely as it is known."""
    return PartialDate(day, precision or "day") if day is not None else None


def at(when: PartialDate) -> str:
    """Write when something was: ``on 6 May 1955``, ``in May 1955``."""
    return f"on {partly(when)}" if when.precision == "day" else f"in {partly(when)}"


def span(start: PartialDate | None, end: PartialDate | None, on: date) -> str:
    """Write from when to when something was, as far as it had come by a day."""
    over = end is not None and end.last <= on
    if start is not None and end is not None and over:
        return f"from {partly(start)} to {partly(end)}"
    if start is not None:
        return f"since {partly(start)}"
    return f"until {partly(end)}" if end is not None and over else ""
