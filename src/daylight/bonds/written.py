"""How points, chances and places are written, and in which words it is said how they are known."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from daylight.bonds.read import UNPUBLISHED
from daylight.bonds.records import Bond, ItemResult, LedgerResult, Quantity
from daylight.core.status import Known
from daylight.ledgers.years import FIRST
from daylight.say.lines import counted
from daylight.say.numbers import fixed, percent

NO_LEDGERS = f"The ledgers begin in {FIRST}, and hold years in which both were states"
"""Why a year has no ledgers: two causes, that readers cannot tell apart without both."""
NO_NUMBER: dict[Known, str] = {
    "not_published": "not published",
    "missing": "not known",
    "outside_coverage": "not covered",
}
"""What stands in place of a value."""
NO_POINT = ", no point"
NO_PULL = "none"
"""Of a ledger that is no part of the relationship, or has no number."""
SEEN: tuple[Known, ...] = ("observed", "structural_zero")
PAST: tuple[Known, ...] = ("carried", "not_published")
"""Of what is seen in the year asked for, and of what is told from before it."""


def whole(points: float) -> str:
    """Write points whole, a half upwards; what is there is never written as nothing."""
    return "<1" if 0 < points < 0.5 else str(math.floor(points + 0.5))


def spanned(
    q: Quantity, link: str = " to ", write: Callable[[float], str] = whole, seen: str = "seen"
) -> str:
    """Write a quantity with its band, or that it is seen: ``41 (33 to 52)``, ``50 (seen)``.

    Parameters
    ----------
    q : Quantity
    link : str
        Between the ends of the band: a word in prose, a dash in tables.
    write : callable
        From a number to text.
    seen : str
        What stands for the band where all is seen; empty for nothing.
    """
    if q.lo is None or q.hi is None:
        return NO_NUMBER.get(q.status, "no value")
    ends = f"{write(q.lo)}{link}{write(q.hi)}"
    if q.value is None:
        return f"{ends}{NO_POINT}"
    if q.status in SEEN:
        return f"{write(q.value)} ({seen})" if seen else write(q.value)
    return f"{write(q.value)} ({ends})"


def chance_text(q: Quantity, link: str = " to ") -> str:
    """Write a chance in 100 with its band, which it always has."""
    return spanned(_banded(q), link, percent)


def place_text(q: Quantity, link: str = " to ") -> str:
    """Write a place on the scale, 0 to 1, with its band, which it always has."""
    return spanned(_banded(q), link, lambda x: fixed(x, 2))


def _banded(q: Quantity) -> Quantity:
    return replace(q, status="carried") if q.status in SEEN else q


def ledger_text(ledger: LedgerResult, link: str = " to ") -> str:
    """Write a ledger, with its band where any of its items is carried."""
    return spanned(ledger.quantity, link)


def carried_of(ledger: LedgerResult) -> float:
    """Return how many points of the value are carried: no more than the value."""
    return min(ledger.carried, ledger.value or 0.0)


def ledger_status(ledger: LedgerResult, bond: Bond) -> str:
    """Say in words how a ledger is known: ``9 of 81 points carried``."""
    if ledger.value is None:
        if ledger.status == "not_published":
            return f"band over {UNPUBLISHED:.0f} points{_last(ledger.ledger, bond)}"
        return NO_NUMBER.get(ledger.status, "no value")
    carried = carried_of(ledger)
    if carried >= 0.5:
        text = f"{whole(carried)} of {whole(ledger.value)} points carried"
        return text if ledger.holds is None else f"{text}, {holds_text(ledger.holds)}"
    unseen = sum(item.points.status not in SEEN for item in ledger.items)
    return f"{unseen} of {counted(len(ledger.items), 'item')} not seen" if unseen else "all seen"


def holds_text(chance: float) -> str:
    """Say how likely it is that what is carried still holds."""
    return f"holds with {percent(chance)} in 100"


def _last(name: str, bond: Bond) -> str:
    """Return the newest earlier value, where there is one."""
    for year in reversed(bond.history):
        q = year.ledgers[name]
        if year.year < bond.year and q.value is not None:
            return f", {spanned(q)} in {year.year}"
    return ""


def item_status(item: ItemResult, year: int) -> str:
    """Say in words how an item is known: ``carried since 2018, 7 years``."""
    points = item.points
    if points.status == "observed":
        return "seen"
    if points.status == "structural_zero":
        return "seen: none"
    if points.status not in PAST:
        return "not known for this pair" if points.status == "missing" else f"no source for {year}"
    if item.known is None:
        text = "never seen"
    elif item.known == year:
        text = "seen in part"
    else:
        text = f"carried since {item.known}, {counted(year - item.known, 'year')}"
    if points.value is None:
        text += ", too uncertain for a number"
    return text if points.holds is None else f"{text}, {holds_text(points.holds)}"


def signed(pull: float | None) -> str:
    """Write a pull with its sign."""
    if pull is None:
        return NO_PULL
    text = fixed(pull, 2)
    return text if text.startswith("-") or float(text) == 0 else f"+{text}"


def named(ledger: str) -> str:
    """Return the name of a ledger in words."""
    return ledger.replace("_", " ")


def has_points(item: ItemResult) -> bool:
    """Whether an item gives points, or may."""
    return bool(item.points.value or item.points.hi) or item.points.status == "not_published"
