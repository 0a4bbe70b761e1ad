"""The records of a state's ties."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.dependence import Dependence
from daylight.bonds.point import Point
from daylight.core.answer import Answer
from daylight.core.refs import StateRef


@dataclass(frozen=True, slots=True)
class Partner:
    """One tie of a state.

    Attributes
    ----------
    state : StateRef
        The other side.
    positions : dict of str to Point
        Positions of the tie among all pairs, by dimension and overall, where known.
    """

    state: StateRef
    positions: dict[str, Point]


@dataclass(frozen=True, slots=True)
class Lopsided:
    """A tie on which one side leans more.

    Attributes
    ----------
    state : StateRef
        The other side.
    leans, leant_on : Dependence
        Of the state asked about on the other, and back.
    """

    state: StateRef
    leans: Dependence
    leant_on: Dependence

    @property
    def gap(self) -> float:
        """Points by which the state asked about leans more; negative where the other does."""
        return self.leans.value - self.leant_on.value


@dataclass(frozen=True, kw_only=True, repr=False)
class Partners(Answer):
    """Whom a state is tied to as of a date.

    Attributes
    ----------
    by : str
        What `closest` is ordered by: "overall", or the dimension that has a value.
    closest_year, lopsided_year : int
        Last years that the sources of the lists reach.
    closest : tuple of Partner
        Strongest first.
    dependent_on, depended_on_by : tuple of Lopsided
        Ties on which the state, or the other side, leans more, with intervals that do not
        meet; the side that leans hardest first.
    """

    by: str
    closest_year: int
    closest: tuple[Partner, ...]
    lopsided_year: int
    dependent_on: tuple[Lopsided, ...]
    depended_on_by: tuple[Lopsided, ...]

    @property
    def state(self) -> StateRef:
        """The state asked about."""
        return self.request.a
