"""The records of what is measured of a target, a partner and a divider."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.bonds.records import Quantity
from daylight.core.refs import StateRef
from daylight.endurance.records import Rate, State

Side = Literal["weaker", "stronger"]


@dataclass(frozen=True, slots=True)
class Position:
    """The class that a triad is compared within.

    Attributes
    ----------
    side : {"weaker", "stronger"} or None
        Whether the target is the weaker of the two, by capabilities (CINC); None where they are
        not known.
    partner_rival : bool or None
        Whether the partner has the divider as strategic rival; None for a bloc.
    great_power : bool
        Whether the divider is the United States, Russia or China; only of these are there rates
        by position.
    tie : State
        How the tie of target and partner stands.
    compared : tuple of str
        By what the cases of the rates are alike: ``side``, ``rival``, ``standing``.
    stood : int or None
        Year in which the tie is taken as it stood, where the lists by which one stands have ended
        since; None where it is of the year itself, or there is none.
    """

    side: Side | None
    partner_rival: bool | None
    great_power: bool
    tie: State
    compared: tuple[str, ...]
    stood: int | None


@dataclass(frozen=True, slots=True)
class Chance:
    """How many ties in this position broke within some years, and how many towards the divider.

    Attributes
    ----------
    cases : int
        Ties, each of several years and seen from one side.
    broke : Rate
    to_divider : Rate
        Those whose target was seen to gain a treaty, troops or much trade with the divider around
        the break; breaks around which that could not be seen are left out.
    """

    cases: int
    broke: Rate
    to_divider: Rate


@dataclass(frozen=True, slots=True)
class Precedent:
    """A break of a tie in this position.

    Attributes
    ----------
    target, partner, divider : StateRef
    year : int
    to_divider : bool or None
        Whether the target gained something hard with the divider around it; None where that could
        not be seen.
    """

    target: StateRef
    partner: StateRef
    divider: StateRef
    year: int
    to_divider: bool | None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that theory names, whether it is met, and what was measured of it.

    Attributes
    ----------
    name, about, text, theory : str
        What it is, of the tie, the target or the divider, and what theory expects.
    met : bool or None
        None where it is not known.
    ratio, lo, hi : float or None
        How many times oftener ties with it broke within four years than those without, with a 90 %
        interval; None where there are too few.
    n, events : int
        Triad-years with it, and how many of them broke.
    """

    name: str
    about: str
    text: str
    theory: str
    met: bool | None
    ratio: float | None
    lo: float | None
    hi: float | None
    n: int
    events: int

    @property
    def effect(self) -> str:
        """What was measured, in a word: ``oftener``, ``rarer``, ``none measured``, ``too few``."""
        if self.lo is None or self.hi is None:
            return "too few"
        if self.lo > 1:
            return "oftener"
        return "rarer" if self.hi < 1 else "none measured"


@dataclass(frozen=True, slots=True)
class Lean:
    """What two of the three are to each other in the last full year.

    Attributes
    ----------
    a, b : StateRef
    word : str or None
        How they stand, as in `bond`; None where the ledgers do not hold the pair.
    p_rivalry : Quantity or None
    ledgers : dict of str to Quantity
        The six, in points.
    items : tuple of (str, str, int or None)
        Name of an item, what it says (promises, arms, troops, trade, sanctions, votes), and the
        last year of which it is seen.
    """

    a: StateRef
    b: StateRef
    word: str | None
    p_rivalry: Quantity | None
    ledgers: dict[str, Quantity]
    items: tuple[tuple[str, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Pulled:
    """How one of the two is drawn in the last full year, by the other or by a bloc.

    Attributes
    ----------
    state : StateRef
        Who is drawn.
    by : str
        Name of the state, or of the bloc: its members together, without the one that is drawn.
    military, political, economic : Quantity
        Parts of one by arms and trade; in politics the place among all states, of a bloc the mean
        of its members' places.
    """

    state: StateRef
    by: str
    military: Quantity
    political: Quantity
    economic: Quantity


@dataclass(frozen=True, slots=True)
class Measured:
    """What data measure; nothing in it is assumed.

    Attributes
    ----------
    position : Position
    horizons : dict of str to Chance
        By years ahead: 1, 2, 4, 8; empty where there is no rate, and `reason` says why.
    any_tie : dict of str to Rate
        How often ties of this standing broke at all, as in `resilience`.
    by_democracies : dict of str to Rate
        The same of quiet ties with as many democracies, where `resilience` has it.
    reason : str or None
    alike : int
        Ties that were in the position in some year, whatever their standing: those that
        `precedents` are of.
    precedents : tuple of Precedent
        Every break of a tie in this position, newest first.
    conditions : tuple of Condition
    leans : tuple of Lean
        Target and partner, target and divider, partner and divider.
    pulls : tuple of Pulled
        Where the divider is a bloc: how target and partner are drawn by each other and by it.
    """

    position: Position
    horizons: dict[str, Chance]
    any_tie: dict[str, Rate]
    by_democracies: dict[str, Rate]
    reason: str | None
    alike: int
    precedents: tuple[Precedent, ...]
    conditions: tuple[Condition, ...]
    leans: tuple[Lean, ...]
    pulls: tuple[Pulled, ...]
