"""Which years the files hold whole: a year of which months are missing is no quiet year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

LEAST_EVENTS = 100
"""Events of a day that was delivered. Later files add a few to days whose own file is missing."""
LEAST_DAYS = 20
"""Days of a month that must be there. A share of events hardly changes by a week less."""
MONTHS = range(1, 13)

Days = Mapping[tuple[int, int], int]
"""Days that are there, by year and month."""


def days_held(events: Mapping[date, int]) -> dict[tuple[int, int], int]:
    """Return how many days of each month have at least LEAST_EVENTS events."""
    out: dict[tuple[int, int], int] = {}
    for day, count in sorted(events.items()):
        month = (day.year, day.month)
        out[month] = out.get(month, 0) + (count >= LEAST_EVENTS)
    return out


def short_months(held: Days, year: int) -> list[int]:
    """Return the months of a year with fewer than LEAST_DAYS days."""
    return [month for month in MONTHS if held.get((year, month), 0) < LEAST_DAYS]


def whole_years(held: Days) -> list[int]:
    """Return the years that have every month."""
    return [year for year in sorted({year for year, _ in held}) if not short_months(held, year)]


def missing_days(held: Days, years: Sequence[int]) -> int:
    """Return how many days of these years are not there."""
    return sum(
        monthrange(year, month)[1] - held.get((year, month), 0)
        for year in years
        for month in MONTHS
    )
