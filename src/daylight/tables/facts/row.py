"""One dated fact of two states, as a row of the table."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from daylight.core.lineages import newest, number_in
from daylight.core.partial import Precision
from daylight.core.refs import in_text
from daylight.core.states import all_states, code_in, get, lineage
from daylight.say.lines import cut
from daylight.store.schemas.facts import LONGEST

BOTH = 0
"""Actor of what both did, or where who acted is not coded."""


class FactRow(NamedTuple):
    """A row of ``dated_facts``; :mod:`daylight.store.schemas.facts` says what each column is."""

    a: int
    b: int
    day: date
    precision: Precision
    until: date | None
    until_precision: Precision | None
    open_to: date | None
    kind: str
    actor: int
    text: str
    weight: int
    source: str
    citation: str | None


class Day(NamedTuple):
    """A date as far as it is known: its first and its last possible day."""

    first: date
    last: date
    precision: Precision


def on(day: date) -> Day:
    """Return a date known to the day."""
    return Day(day, day, "day")


def in_month(day: date) -> Day:
    """Return a date known to the month of a day."""
    first = day.replace(day=1)
    return Day(first, day.replace(day=monthrange(day.year, day.month)[1]), "month")


def in_year(year: int) -> Day:
    """Return a date known to the year."""
    return Day(date(year, 1, 1), date(year, 12, 31), "year")


def known(day: date, precision: str) -> Day:
    """Return the date of any day of it, as precise as it is known."""
    if precision == "day":
        return on(day)
    return in_month(day) if precision == "month" else in_year(day.year)


def fact(
    one: int,
    other: int,
    day: Day,
    kind: str,
    text: str,
    weight: int,
    source: str,
    *,
    until: Day | None = None,
    open_to: date | None = None,
    actor: int = BOTH,
    citation: str | None = None,
) -> FactRow:
    """Return the row of a fact; the two states may stand in any order.

    Parameters
    ----------
    one, other : int
        COW numbers of the time.
    day, until : Day
        Start, and end of what lasted.
    open_to : date, optional
        Of what lasts and has no known end, the last day to which the source can tell. Left out
        where the fact began after it, or has an end.
    """
    still = open_to if open_to and until is None and open_to >= day.first else None
    return FactRow(
        min(one, other), max(one, other), day.first, day.precision,
        until.last if until else None, until.precision if until else None,
        still, kind, actor, text, weight, source, citation,
    )  # fmt: skip


@lru_cache(maxsize=8192)
def name(cow: int, day: Day) -> str:
    """Return what a state was called on a date, at the beginning of a text.

    Of a month or year it is the name at its end, if there was the state.
    """
    state = get(cow)
    return state.name_on(day.last if state.existed(day.last) else day.first)


def within(cow: int, day: Day) -> str:
    """Return what a state was called on a date, within a text."""
    return in_text(name(cow, day))


def code(cow: int, day: Day) -> str:
    """Return the code of a state, where its name is too long."""
    return code_in(cow, day.first.year)


def fitting(*texts: str) -> str:
    """Return the first text that is short enough; else the last, shortened."""
    return next((text for text in texts if len(text) <= LONGEST), cut(texts[-1], LONGEST))


def of_two(form: str, one: int, other: int, day: Day) -> tuple[str, ...]:
    """Return a text about two states with their names, and shorter with the code of one or both.

    Parameters
    ----------
    form : str
        With ``{One}`` at its beginning or ``{one}`` within it, and ``{other}``.
    """
    long = {"One": name(one, day), "one": within(one, day), "other": within(other, day)}
    first = dict.fromkeys(("One", "one"), code(one, day))
    second = {"other": code(other, day)}
    choices: tuple[dict[str, str], ...] = ({}, second, first, first | second)
    return tuple(form.format(**(long | short)) for short in choices)


@lru_cache(maxsize=8192)
def number_on(cow: int, day: Day, before: tuple[tuple[int, int], ...] = ()) -> int:
    """Return the number under which a state was known on a date.

    Parameters
    ----------
    cow : int
        Any number of it.
    day : Day
    before : tuple of (int, int)
        More numbers that stood for the state before its own: 316 (Czechia) for 315.
    """
    earlier = dict(before).get(cow)
    if earlier is not None and not get(cow).existed(day.last) and get(earlier).existed(day.last):
        return earlier
    if day.precision != "day":
        return number_in(cow, day.first.year)
    spells = lineage(cow)
    return next((n for n, s, e in spells if s <= day.first and (e is None or day.first <= e)), cow)


@lru_cache(maxsize=1)
def newest_numbers() -> dict[int, int]:
    """Return today's number of the state of each number."""
    return {state.cow: newest(state.cow) for state in all_states()}
