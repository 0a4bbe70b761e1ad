"""One state through its changes of COW number: what windows, histories and lists follow.

The rule, for everything that is asked: a state goes on where the registry gives its numbers one
lineage, and nowhere else. Germany is 255, 260 and 255 again, Yemen 678 and 679. A state that was
one among several to come from another (Czechia, Bangladesh, Ukraine) has its own lineage and
begins with it; who held its lands before stands in :mod:`daylight.core.successions`. A state
that kept its number under other names (Russia, Serbia, Egypt, Vietnam, Tanzania, Ethiopia) needs
no rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from daylight.core.states import get, lineage

NUMBERS = 1000
"""COW numbers are below this."""


def numbers(cow: int, until: date) -> tuple[int, ...]:
    """Return the COW numbers under which a reader follows a state up to a day, newest last."""
    begun = [number for number, start, _ in lineage(cow) if start <= until]
    return tuple(dict.fromkeys(reversed(begun)))[::-1]


def numbers_in(cow: int, first: int, last: int) -> tuple[int, ...]:
    """Return the COW numbers that a state had on any day from the year `first` to `last`.

    Oldest first; two for a window that holds a change of number.

    Examples
    --------
    >>> numbers_in(255, 1986, 1990)
    (260, 255)
    """
    start, end = date(first, 1, 1), date(last, 12, 31)
    there = [n for n, begin, until in lineage(cow) if begin <= end and (until or end) >= start]
    return tuple(dict.fromkeys(there))


def number_in(cow: int, year: int) -> int:
    """Return the COW number that stands for a state in a year.

    The one at the end of the year, where there are two; the number given where the state was in
    the system on no day of the year.

    Examples
    --------
    >>> number_in(255, 1989), number_in(255, 1990), number_in(260, 2000)
    (260, 255, 255)
    """
    held = numbers_in(cow, year, year)
    return held[-1] if held else cow


def years_of_membership(cow: int, until: int) -> set[int]:
    """Return the years to `until` in which a state was in the system on any day, by lineage."""
    return {
        year
        for _, start, end in lineage(cow)
        for year in range(start.year, min(end.year if end else until, until) + 1)
    }


def newest(cow: int) -> int:
    """Return today's number of the state that a number is or was."""
    return lineage(cow)[-1][0]


def pair_number(one: int, other: int) -> int:
    """Return one number for a pair of states, whatever their numbers of the time and their order.

    Today's lower number times :data:`NUMBERS`, and today's higher.

    Examples
    --------
    >>> pair_number(260, 220) == pair_number(220, 255)
    True
    """
    low, high = sorted((newest(one), newest(other)))
    return low * NUMBERS + high


def lineage_of(cow: int) -> str:
    """Return the token of the lineage that a number belongs to."""
    return get(cow).lineage


def one_each(cows: Iterable[int], year: int) -> list[int]:
    """Return the numbers in their order, with one for each state of a year.

    In a year of change both numbers of a state may be in a list; the one at the end of the year
    stays.

    Examples
    --------
    >>> one_each([200, 260, 255], 1990)
    [200, 255]
    """
    listed = list(cows)
    others = set(listed)
    return [cow for cow in listed if (n := number_in(cow, year)) == cow or n not in others]
