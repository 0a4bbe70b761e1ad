"""The records of communities."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.estimate import Estimate
from daylight.core.refs import StateRef


@dataclass(frozen=True, slots=True)
class Community:
    """A community of a year.

    Attributes
    ----------
    leader : StateRef
        The member with most capabilities, by which it goes. It need not lead anything.
    line : int
        Its number, the same in all years.
    year : int
    """

    leader: StateRef
    line: int
    year: int


@dataclass(frozen=True, slots=True)
class Member:
    """A state's place among the communities of a year.

    Attributes
    ----------
    state : StateRef
    community : Community or None
        None where none can be told: it is with the core of none in half of the runs.
    chance : Estimate
        Chance to be with the core of its community, 0 to 1: the mean over its core of the share of
        runs; the interval is that of so many runs and says nothing of the choices behind them.
    second : Community or None
        The community that is likeliest besides.
    second_chance : Estimate
        Likewise; the two can sum to more than one, in runs that have both as one.
    """

    state: StateRef
    community: Community | None
    chance: Estimate
    second: Community | None
    second_chance: Estimate
