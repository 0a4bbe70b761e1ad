"""The records of shared and separate bloc membership."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from daylight.core.answer import Answer
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.spheres.between import DrawnBy

Standing = Literal[
    "full", "withdrawing", "suspended", "observer", "partner", "candidate", "applicant",
    "contemplated",
]  # fmt: skip
"""``full`` and ``withdrawing`` are members; the others are shown for what they are."""
WISHES: tuple[Standing, ...] = ("candidate", "applicant", "contemplated")
"""Standings of a state that is not in the bloc: no tie, but told where the other one is."""
Reach = Literal["exclusive", "wide", "forum"]
REACHES: tuple[Reach, ...] = get_args(Reach)
Relation = Literal["shared", "first", "second", "looser", "hoped"]
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

    `relation` is ``shared`` when both are members, ``first`` or ``second`` when only that one
    has any standing, and ``looser`` when both have one but are not both members. It is ``hoped``
    for the wish of one to join the other there, or for what is said of it; such a bloc stands
    among the others too. `reach` is ``exclusive`` (binding, by region or invitation), ``wide``
    (binding, and more than 40 members at some time) or ``forum`` (talks that bind no one).
    """

    bloc: str
    name: str
    kind: str
    reach: Reach
    relation: Relation
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class BlocTies(Answer):
    """Blocs of two states, and of the outside power, on a date.

    Attributes
    ----------
    shared, first, second, looser, hoped : tuple of BlocTie
        By `relation`, those of exclusive blocs first.
    outside : tuple of BlocTie
        Blocs in which the outside power and one of the two are both full members.
    listed : tuple of str
        Every bloc in the table: a bloc that is not among them is not counted.
    covered : (int, int)
    spheres : tuple of DrawnBy
        How each of the two is drawn by the other, and by the outside power, in the last full
        year; empty before pulls are known.
    """

    shared: tuple[BlocTie, ...]
    first: tuple[BlocTie, ...]
    second: tuple[BlocTie, ...]
    looser: tuple[BlocTie, ...]
    hoped: tuple[BlocTie, ...]
    outside: tuple[BlocTie, ...]
    listed: tuple[str, ...]
    covered: tuple[int, int]
    spheres: tuple[DrawnBy, ...]
