"""The records of the list of blocs."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef


@dataclass(frozen=True, slots=True)
class Listed:
    """A bloc of the list.

    Attributes
    ----------
    bloc, name, kind : str
    founded : PartialDate
    ended : PartialDate or None
        Only of those that had ended by the date.
    members : int
        Full members on the date, and those about to leave.
    others : int
        Standings of other kinds: observers, partners, candidates and so on.
    hub : StateRef or None
        The member on which most leaning is in the last full year; None where none is measured.
    hub_share : float or None
        Its part of all leaning among members, with its 90 % interval `lo` to `hi`.
    lo, hi : float or None
    """

    bloc: str
    name: str
    kind: str
    founded: PartialDate
    ended: PartialDate | None
    members: int
    others: int
    hub: StateRef | None
    hub_share: float | None
    lo: float | None
    hi: float | None


@dataclass(frozen=True, kw_only=True, repr=False)
class Blocs(Answer):
    """Every bloc of the list.

    Attributes
    ----------
    blocs : tuple of Listed
        By short name.
    """

    blocs: tuple[Listed, ...]
