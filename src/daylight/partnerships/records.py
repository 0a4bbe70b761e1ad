"""The records of a state's relations."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.records import Quantity
from daylight.core.answer import Answer
from daylight.core.refs import StateRef
from daylight.core.status import Known
from daylight.dependence.leaning import Dependence


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation of a state in the year.

    Attributes
    ----------
    state : StateRef
        The other side.
    rank : int
        Of the line that it stands in; ties that cannot be told apart share one.
    by : Quantity
        What the list is ordered by: points of cooperation, or the chance of rivalry. A chance is
        not published of a pair at war whose band is too wide.
    word : str
        How the two stand, by the rule of `bond`.
    zone : str or None
        Likeliest zone of the peace scale; None where there is no probability.
    ledgers : dict of str to Quantity
        The six, in points.
    cooperation : Quantity
        Mean of the three ledgers of cooperation.
    p_rivalry : Quantity
    status : Known
        Whether what the relationship is made of is seen or carried.
    """

    state: StateRef
    rank: int
    by: Quantity
    word: str
    zone: str | None
    ledgers: dict[str, Quantity]
    cooperation: Quantity
    p_rivalry: Quantity
    status: Known


@dataclass(frozen=True, slots=True)
class Ranking:
    """A list of ties that ends where there is none to speak of.

    Attributes
    ----------
    ties : tuple of Tie
        Strongest first.
    more : int
        Ties that share the last line and are left out, since no more were asked for.
    of : int or None
        Ties to speak of, shown or not; None where the ledgers do not hold the year.
    unsure : tuple of StateRef
        Ties that have no place, since a band is too wide for a number or a part is not known, and
        which by the value carried, where there is one, would stand among those shown.
    """

    ties: tuple[Tie, ...]
    more: int
    of: int | None
    unsure: tuple[StateRef, ...]


@dataclass(frozen=True, slots=True)
class Lopsided:
    """A tie on which one side leans more.

    Attributes
    ----------
    state : StateRef
        The other side.
    rank : int
        Of the line that it stands in; ties that cannot be told apart share one.
    leans, leant_on : Dependence
        Of the state asked about on the other, and back.
    """

    state: StateRef
    rank: int
    leans: Dependence
    leant_on: Dependence

    @property
    def trapped(self) -> bool:
        """Whether trade over GDP misleads on either side."""
        return bool(self.leans.traps or self.leant_on.traps)


@dataclass(frozen=True, kw_only=True, repr=False)
class Partners(Answer):
    """A state's closest, most hostile and most lopsided relations as of a date.

    Attributes
    ----------
    by : str
        What `closest` is ordered by: "overall", the mean of the three ledgers of cooperation, or
        one dimension.
    closest, hostile : Ranking
        Of the last full year.
    lopsided_year : int or None
        Last year to the date in which most of the state's trade is observed by partner; None
        where there is none in the ten years before, and nothing is known of who leans on whom.
    dependent_on, depended_on_by : tuple of Lopsided
        Ties on which the state, or the other side, leans more, with intervals that do not
        meet; the side that leans hardest first.
    """

    by: str
    closest: Ranking
    hostile: Ranking
    lopsided_year: int | None
    dependent_on: tuple[Lopsided, ...]
    depended_on_by: tuple[Lopsided, ...]

    @property
    def state(self) -> StateRef:
        """The state asked about."""
        return self.request.a
