"""Names of months."""

from __future__ import annotations

import calendar
from datetime import date

MONTHS = {name.lower(): k for k, name in enumerate(calendar.month_name) if name}
SHORT = {name.lower(): k for k, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAMES = [name.title() for name in MONTHS], [name.title() for name in SHORT if name != "may"]
FULL = rf"(?:{'|'.join(_NAMES[0])}|(?:{'|'.join(_NAMES[1])})\.)"
"""One that is no other word: "Mar" is only with its full stop a month."""
MONTH = rf"(?:{'|'.join(_NAMES[0])}|(?:{'|'.join(_NAMES[1])})\b\.?)"
"""One of them, as a regular expression."""


def month_of(name: str) -> int:
    """Return the number of a month."""
    low = name.lower().rstrip(".")
    return MONTHS.get(low) or SHORT[low]


def of_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
