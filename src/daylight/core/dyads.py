"""Pairs and triads of states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.errors import SameState
from daylight.core.lookup import resolve
from daylight.core.states import State


@dataclass(frozen=True, slots=True)
class Dyad:
    """An undirected pair; ``a`` is always the one with the lower COW number.

    Raises
    ------
    SameState
        Both are one state, or two numbers of one state through time.
    """

    a: State
    b: State

    def __post_init__(self) -> None:
        _distinct(self.a, self.b)
        if self.a.cow > self.b.cow:
            low, high = self.b, self.a
            object.__setattr__(self, "a", low)
            object.__setattr__(self, "b", high)

    @property
    def key(self) -> tuple[int, int]:
        """COW numbers, low first."""
        return self.a.cow, self.b.cow


@dataclass(frozen=True, slots=True)
class Triad:
    """A divider trying to pull the target away from its partner; all three differ."""

    target: State
    partner: State
    divider: State

    def __post_init__(self) -> None:
        _distinct(self.target, self.partner)
        _distinct(self.target, self.divider)
        _distinct(self.partner, self.divider)

    @property
    def dyad(self) -> Dyad:
        """The tie under attack: target and partner."""
        return Dyad(self.target, self.partner)


def dyad(a: str | int | State, b: str | int | State, on: date | None = None) -> Dyad:
    """Pair two states as people write them; see ``lookup.resolve`` for what is accepted.

    Examples
    --------
    >>> dyad("Iran", "RUS").key
    (365, 630)
    """
    return Dyad(resolve(a, on), resolve(b, on))


def triad(
    target: str | int | State,
    partner: str | int | State,
    divider: str | int | State,
    on: date | None = None,
) -> Triad:
    """Name target, partner and divider as people write them."""
    return Triad(resolve(target, on), resolve(partner, on), resolve(divider, on))


def _distinct(a: State, b: State) -> None:
    if a.lineage == b.lineage:
        raise SameState(
            f"{a.label()} and {b.label()} are one state; expected different states. Name another."
        )
