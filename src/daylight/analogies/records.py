"""The records of ties that were like one."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.records import Quantity
from daylight.core.answer import Answer
from daylight.core.refs import StateRef
from daylight.core.status import Known


@dataclass(frozen=True, slots=True)
class Profile:
    """What ties are compared by.

    Attributes
    ----------
    word : str
        How the two stand, by the rule of `bond`.
    zone : str or None
        Likeliest zone of the peace scale; None where there is no probability.
    ledgers : dict of str to Quantity
        The six, in points.
    place : Quantity
        Expected place on the peace scale, 0 to 1.
    status : Known
        Whether what the relationship is made of is seen or carried.
    """

    word: str
    zone: str | None
    ledgers: dict[str, Quantity]
    place: Quantity
    status: Known


@dataclass(frozen=True, slots=True)
class Later:
    """What had become of a tie some years on.

    Attributes
    ----------
    years : int
        Years on.
    year : int
    known : bool
        Whether there is a profile: not after the date asked for, nor once one of the two is gone.
    word, zone : str or None
        As in :class:`Profile`; None where not known.
    """

    years: int
    year: int
    known: bool
    word: str | None
    zone: str | None


@dataclass(frozen=True, slots=True)
class Analogue:
    """A pair and year with a like profile.

    Attributes
    ----------
    a, b : StateRef
    year : int
        The year of the pair that is nearest.
    profile : Profile
    distance : float
        Root mean square difference of what is compared, in points.
    later : tuple of Later
        Five and ten years on.
    """

    a: StateRef
    b: StateRef
    year: int
    profile: Profile
    distance: float
    later: tuple[Later, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class Analogues(Answer):
    """Pairs whose profile was nearest to that of a pair.

    Attributes
    ----------
    profile_year : int
        Last full year at the date.
    profile : Profile
        The pair's own.
    compared : tuple of str
        Ledgers that have a number in the profile, and ``place``.
    error : float
        Root mean square of half the widths of the pair's own bands, in points: analogues nearer
        to each other than this cannot be told apart.
    most : float
        Distance beyond which no pair is called alike.
    nearest : tuple of Analogue
        Nearest first, each pair once.
    """

    profile_year: int
    profile: Profile
    compared: tuple[str, ...]
    error: float
    most: float
    nearest: tuple[Analogue, ...]
