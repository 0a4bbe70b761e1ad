"""How a tie stands at the end of a year: none, young, quiet, warned, or not to be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any

from daylight.breaks.kinds import DELAY, TREATIES_TO, WINDOW, YOUNG
from daylight.breaks.risk import joined
from daylight.endurance.read import words
from daylight.endurance.records import Act, Standing, State
from daylight.ledgers.years import FIRST
from daylight.store.schemas.breaks import TIE_LEGS


def state(
    rows: Mapping[int, Mapping[str, Any]], begun: Collection[Act], traded: Collection[int],
    year: int,
) -> State:  # fmt: skip
    """Return how the tie stands.

    Parameters
    ----------
    rows : mapping of int to mapping
        Rows of the table `tie_years`, by year, none later.
    begun : collection of Act
        What is known at the end of the year to have begun.
    traded : collection of int
        Years for which the trade of the two is known.
    """
    recent = tuple(act for act in begun if act.year > year - WINDOW)
    unknown = sum(y not in traded for y in range(FIRST, year + 1) if y not in rows)
    if year not in rows:
        last = max(rows, default=None)
        if may_stand(year, traded):
            return State(year, None, "cannot be told", None, last, unknown, (), recent)
        return State(year, False, "no tie", None, last, unknown, (), recent)
    since = _since(sorted(rows), year)
    legs = words(TIE_LEGS, rows[year]["legs"])
    return State(year, True, _standing(since, recent, year), since, None, unknown, legs, recent)


def may_stand(year: int, traded: Collection[int]) -> bool:
    """Return whether a tie may stand in a year in which none is seen.

    So it is before 1946, once the list of treaties has ended, and where the trade of the two is
    not known for the year and the one before.
    """
    return not FIRST <= year <= TREATIES_TO or not {year, year - 1} & set(traded)


def _since(years: list[int], year: int) -> int:
    since = years[0]
    for before, after in pairwise(y for y in years if y <= year):
        if not joined(before, after):
            since = after
    return since


def _standing(since: int, recent: Collection[Act], year: int) -> Standing:
    if any(act.year + DELAY[act.family] <= year for act in recent):
        return "warned"
    if FIRST < since <= TREATIES_TO and year - since < YOUNG:
        return "young"
    return "quiet" if year <= TREATIES_TO else "cannot be called quiet"
