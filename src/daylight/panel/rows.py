"""Rows of a frame: pairs of states by year, or states by year, of one of two systems of states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import newest, number_in
from daylight.core.states import get, members
from daylight.measures.align import Pairs
from daylight.panel.wanted import Dyad, Wanted

System = Literal["cow", "gw"]
SYSTEMS: tuple[System, ...] = ("cow", "gw")
Ints = NDArray[np.int64]


def gw_members(year: int) -> dict[int, int]:
    """Return the Gleditsch-Ward numbers of the members of a year, by COW number.

    A number is known only while COW counts the state too. One that two states had in the year
    stays with the one that had it at the end: in 1990, 260 is of Germany, 255.
    """
    found: dict[int, int] = {}
    for cow in members(year):
        days = [
            (spell.end or date.max, number)
            for number, spell in get(cow).gw
            if spell.start.year <= year and (spell.end is None or spell.end.year >= year)
        ]
        if days:
            found[cow] = max(days)[1]
    last: dict[int, int] = {}
    for cow, number in found.items():
        other = last.get(number)
        if other is None or get(cow).existed(date(year, 12, 31)):
            last[number] = cow
    return {cow: number for number, cow in sorted(last.items())}


def there(year: int, system: System) -> tuple[int, ...]:
    """Return the COW numbers of the states of a system on any day of a year, in order."""
    return members(year) if system == "cow" else tuple(sorted(gw_members(year)))


def pair_rows(years: Iterable[int], wanted: Wanted, system: System, directed: bool) -> Pairs:
    """Return the pairs of each year that are wanted, sorted by year, a and b."""
    none = np.zeros(0, np.int64)
    parts = [(none, none, none)]
    for year in years:
        states = np.array(there(year, system), np.int64)
        a, b = _of_dyads(year, states, wanted.dyads) if wanted.dyads else _all(states, wanted)
        if directed:
            a, b = np.concatenate([a, b]), np.concatenate([b, a])
        order = np.lexsort((b, a))
        parts.append((a[order], b[order], np.full(len(a), year, np.int64)))
    a, b, when = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Pairs(a, b, when, directed)


def state_rows(years: Iterable[int], wanted: Wanted, system: System) -> tuple[Ints, Ints]:
    """Return COW number and year of the states of each year that are wanted, in that order."""
    rows = [
        (cow, year)
        for year in years
        for cow in there(year, system)
        if wanted.states is None or newest(cow) in wanted.states
    ]
    cow, when = np.array(rows, np.int64).reshape(-1, 2).T
    return cow, when


def _all(states: Ints, wanted: Wanted) -> tuple[Ints, Ints]:
    i, k = np.triu_indices(len(states), 1)
    a, b = states[i], states[k]
    if wanted.states is None:
        return a, b
    mine = np.isin([newest(cow) for cow in states.tolist()], list(wanted.states))
    keep = mine[i] & mine[k] if len(wanted.states) > 1 else mine[i] | mine[k]
    return a[keep], b[keep]


def _of_dyads(year: int, states: Ints, dyads: Iterable[Dyad]) -> tuple[Ints, Ints]:
    rows = sorted(set(_in_year(year, set(states.tolist()), dyads)))
    a, b = np.array(rows, np.int64).reshape(-1, 2).T
    return a, b


def _in_year(year: int, states: set[int], dyads: Iterable[Dyad]) -> Iterator[tuple[int, int]]:
    for one, other, of in dyads:
        low, high = sorted((number_in(one, year), number_in(other, year)))
        if of in (None, year) and low in states and high in states:
            yield low, high
