"""The records of shared and separate bloc membership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from daylight.core.answer import Answer
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef

Standing = Literal["full", "observer", "partner", "candidate", "suspended"]
"""``full`` counts as member; the others do not, and are shown for what they are."""
Relation = Literal["shared", "first", "second", "looser"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's standing in a bloc on a date, with where it is stated.

    `since` is as precise as it is known: a day, a month or a year.
    """

    state: StateRef
    standing: Standing
    since: PartialDate
    confirmed: str
    citation: str
    note: str | None


@dataclass(frozen=True, slots=True)
class BlocTie:
    """A bloc in which at least one of the two has a standing on the date.

    `relation` is ``shared`` when both are full members, ``first`` or ``second`` when only
    that one has any standing, and ``looser`` when both have one but not both a full one.
    """

    bloc: str
    name: str
    kind: str
    relation: Relation
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class BlocTies(Answer):
    """Blocs of two states, and of the outside power, on a date.

    Attributes
    ----------
    shared, first, second, looser : tuple of BlocTie
        By `relation`.
    outside : tuple of BlocTie
        Blocs in which the outside power and one of the two are both full members.
    listed : tuple of str
        Every bloc in the table: a bloc that is not among them is not counted.
    covered : (int, int)
    """

    shared: tuple[BlocTie, ...]
    first: tuple[BlocTie, ...]
    second: tuple[BlocTie, ...]
    looser: tuple[BlocTie, ...]
    outside: tuple[BlocTie, ...]
    listed: tuple[str, ...]
    covered: tuple[int, int]
