"""The records of a power's sphere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.bonds.records import Quantity
from daylight.communities.records import Member
from daylight.core.answer import Answer
from daylight.core.refs import StateRef
from daylight.pulls.pulls import Dimension

Place = Literal["within", "partly", "outside"]
"""``within`` the sphere: the power leads in two dimensions; ``partly``: in one."""


@dataclass(frozen=True, slots=True)
class Pull:
    """Pull of the power on a state, by dimension.

    Attributes
    ----------
    military : Quantity
        Part of the strength behind the state, and of its arms, that is the power's; 0 to 1.
    political : Quantity
        Part of all states whose line is less like the state's than the power's; 0 to 1.
    economic : Quantity
        Part of the state's trade that is with the power; 0 to 1.
    """

    military: Quantity
    political: Quantity
    economic: Quantity


@dataclass(frozen=True, slots=True)
class Rival:
    """Another state that draws the state in one dimension, more or next to the power."""

    dimension: Dimension
    state: StateRef
    value: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A state as the power draws it.

    Attributes
    ----------
    state : StateRef
    place : Place
    leads : tuple of Dimension
        In which the power has the lead on it.
    chance : float
        Chance that it lies within the sphere, given what may be wrong with the data.
    pull : Pull
    rivals : tuple of Rival
        By dimension, the strongest other: of all states by arms and trade, of the powers in
        politics.
    trade_of : int or None
        The year of its trade.
    """

    state: StateRef
    place: Place
    leads: tuple[Dimension, ...]
    chance: float
    pull: Pull
    rivals: tuple[Rival, ...]
    trade_of: int | None


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left of the sphere of an earlier year.

    Attributes
    ----------
    since : int
    share, lo, hi : float or None
        Part of the states within it then, of those that still exist, that are within it now; None
        where there was none.
    then : tuple of StateRef
        Who was within it, as called then.
    kept, left : tuple of StateRef
        Of these who still is, and who is not.
    gone : tuple of StateRef
        Who no longer exists.
    born : tuple of StateRef
        States that came out of the power itself since, with `born_within` those within it now.
    born_within : tuple of StateRef
    """

    since: int
    share: float | None
    lo: float | None
    hi: float | None
    then: tuple[StateRef, ...]
    kept: tuple[StateRef, ...]
    left: tuple[StateRef, ...]
    gone: tuple[StateRef, ...]
    born: tuple[StateRef, ...]
    born_within: tuple[StateRef, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """On how many states a power has the lead in a year.

    Attributes
    ----------
    year : int
    military, political, economic : int
    within : int
        States within its sphere, with its 90 % interval `lo` to `hi`.
    lo, hi : float
    """

    year: int
    military: int
    political: int
    economic: int
    within: int
    lo: float
    hi: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Sphere(Answer):
    """A power's sphere.

    Attributes
    ----------
    is_power : bool
        Whether it has the lead on five states by arms or by trade.
    powers : tuple of StateRef
        Those that have, most leads first.
    states : tuple of Drawn
        All states, those within first, then by pull.
    remains : Remains or None
        None where the year to compare with is not before the answer's, or not covered.
    reach : tuple of Reach
        By year.
    community : tuple of Member
        States of one community with the power at the end of the year, by their ties beyond what
        size and distance let expect (docs/methods/communities), likeliest first; empty where none
        can be told.
    strength_of : int
        Last year of capabilities behind the military pull.
    """

    is_power: bool
    powers: tuple[StateRef, ...]
    states: tuple[Drawn, ...]
    remains: Remains | None
    reach: tuple[Reach, ...]
    community: tuple[Member, ...]
    strength_of: int
