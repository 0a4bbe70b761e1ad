"""Pairs in a year with their ledgers, and many of them read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np

from daylight.bonds.read import Row, quantity
from daylight.bonds.records import Quantity
from daylight.core.lineages import number_in, numbers
from daylight.core.refs import StateRef, ref_of
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import CHANCES, LEDGERS, Ledger

COLUMNS = (
    *(f"{name}{end}" for name in LEDGERS for end in ("", "_lo", "_hi", "_holds")),
    *CHANCES, "rivalry_lo", "rivalry_hi", "warm_lo", "warm_hi", "place_lo", "place_hi",
)  # fmt: skip
"""Columns of ``ledgers`` that a case needs."""
KEY = ("a", "b", "year")
SOME = f"({', '.join(KEY)}) IN (SELECT {', '.join('unnest(?::SMALLINT[])' for _ in KEY)})"
"""Condition that a row is one of some pairs and years; its values are a list for each."""
Wanted = tuple[StateRef, StateRef, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair in a year.

    Attributes
    ----------
    a, b : StateRef
    year : int
    row : dict
        Row of ``ledgers`` of that year.
    ledgers : mapping of str to Quantity
        The six of it.
    """

    a: StateRef
    b: StateRef
    year: int
    row: Row
    ledgers: Mapping[Ledger, Quantity]


def case_of(a: StateRef, b: StateRef, year: int, row: Row) -> Case:
    """Return a pair in a year with its ledgers, from its row of ``ledgers``."""
    return Case(a, b, year, row, {name: quantity(row, name) for name in LEDGERS})


def cases_of(atlas: Atlas, wanted: Sequence[Wanted]) -> tuple[Case | None, ...]:
    """Return pairs in their years, in one query for all.

    Parameters
    ----------
    atlas : Atlas
    wanted : sequence of (StateRef, StateRef, int)
        Two states, under their numbers of any time, and a year.

    Returns
    -------
    tuple of (Case or None)
        In the order of `wanted`, the states under their numbers of the year; None where the
        ledgers do not hold it. Where both numbers of a state exist in the year of change, the
        later counts.
    """
    keys = [[(*pair, year) for pair in numbers_of(a, b, year)] for a, b, year in wanted]
    if not keys:
        return ()
    lists = [list(column) for column in zip(*(key for some in keys for key in some), strict=True)]
    stored = atlas.rows("ledgers", SOME, lists, (*KEY, *COLUMNS))
    columns = [np.asarray(stored[name], float).tolist() for name in COLUMNS]
    places = zip(*(stored[name].tolist() for name in KEY), strict=True)
    at = {place: k for k, place in enumerate(places)}
    found: list[Case | None] = []
    for (a, b, year), some in zip(wanted, keys, strict=True):
        there = [at[key] for key in some if key in at]
        if not there:
            found.append(None)
            continue
        row = {name: column[there[-1]] for name, column in zip(COLUMNS, columns, strict=True)}
        one, other = (ref_of(number_in(s.cow, year), date(year, 12, 31)) for s in (a, b))
        found.append(case_of(one, other, year, row))
    return tuple(found)


def numbers_of(a: StateRef, b: StateRef, year: int) -> list[tuple[int, int]]:
    """Return the pairs of numbers of two states to a year, as tables order them, oldest first."""
    end = date(year, 12, 31)
    both = product(numbers(a.cow, end), numbers(b.cow, end))
    return [(min(pair), max(pair)) for pair in both]
