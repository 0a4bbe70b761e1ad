"""The day, the year or the years that a claim is about."""

from __future__ import annotations

import re
from datetime import date

from daylight.checks.known import Known
from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import Claim, Window
from daylight.core.partial import PartialDate

OPEN = ("since", "after")
"""Times that go on to the date of the text."""
SHORT = 3
"""Years from which on a span of time is no one year."""


def day_of(claim: Claim, known: Known) -> date:
    """Return the last day that a claim is about, that of the text where it names no time."""
    window = claim.window
    if window is None or window.how in OPEN:
        return known.on
    return min(window.last, known.on)


def year_of(claim: Claim, known: Known) -> int | None:
    """Return the year that an amount is of; None where it is not over, or not settled."""
    window = claim.window
    if window is None or window.how in OPEN:
        return known.year
    if window.precision == "span":
        if window.last >= known.on:
            return known.year
        middle = window.first + (window.last - window.first) / 2
        return middle.year if window.last.year - window.first.year < SHORT else None
    return window.last.year if window.last.year <= known.year else None


def years_of(claim: Claim, known: Known) -> tuple[int, int] | None:
    """Return the first and last year that a claim is about; None where they are not over."""
    window = claim.window
    if window is None:
        return known.year, known.year
    first = window.first.year
    last = known.year if window.how in OPEN or window.last >= known.on else window.last.year
    return (first, last) if first <= last <= known.year else None


def unsettled(known: Known) -> Verdict:
    """Say that the year of an amount is not over, or is not settled."""
    return silent(
        f"Yearly values end with {known.year}; the text is about a later year, or does not say "
        "about which."
    )


def within(when: PartialDate, window: Window) -> bool:
    """Whether something that came at a time fits the time that a text names."""
    if window.how in OPEN:
        return when.last >= window.first
    if window.how in ("by", "before"):
        return when.first <= window.last
    return when.first <= window.last and when.last >= window.first


def other_years(text: str, first: date, last: date) -> bool:
    """Whether a text names years, and none of them is one from a day to another."""
    named = {int(year) for year in YEAR.findall(text)}
    return bool(named) and not any(first.year <= year <= last.year for year in named)


YEAR = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
