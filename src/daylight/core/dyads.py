"""What every question about two states starts from: the pair, an outside power, the date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from daylight.core.errors import SameState
from daylight.core.lookup import resolve
from daylight.core.periods import AsOf, as_of
from daylight.core.states import State


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair of states in the order asked for, an outside power or none, and the date."""

    a: State
    b: State
    power: State | None
    when: AsOf


def asked(
    a: str | int | State,
    b: str | int | State,
    when: str | int | None,
    last: date,
    power: str | int | State | None = None,
) -> Asked:
    """Read the arguments that all questions about two states share.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    when : str or int, optional
        Date to answer for; `last` by default.
    last : date
        Newest date that can be asked about.
    power : str, int or State, optional
        An outside power, other than both.

    Raises
    ------
    UnknownState, StateNotThen, OutsideCoverage
        See :mod:`daylight.core.errors`.
    SameState
        When two of them are one state, or two numbers of one state through time.
    """
    day = as_of(when, last)
    states = [resolve(who, day.date) for who in (a, b, power) if who is not None]
    for one, two in combinations(states, 2):
        if one.lineage == two.lineage:
            raise SameState(
                f"{one.label()} and {two.label()} are one state; expected different states. "
                f"Name another."
            )
    return Asked(states[0], states[1], states[2] if power is not None else None, day)
