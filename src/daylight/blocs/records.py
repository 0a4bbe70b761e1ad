"""The records of shared and separate bloc membership."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.core.refs import StateRef

Standing = Literal["full", "observer", "partner", "candidate", "suspended"]
"""``full`` counts as member; the others do not, and are shown for what they are."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's standing in a bloc on a date, with where it is stated."""

    state: StateRef
    standing: Standing
    since: date
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
    relation: Literal["shared", "first", "second", "looser"]
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class BlocTies:
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

    a: StateRef
    b: StateRef
    as_of: date
    shared: tuple[BlocTie, ...]
    first: tuple[BlocTie, ...]
    second: tuple[BlocTie, ...]
    looser: tuple[BlocTie, ...]
    outside: tuple[BlocTie, ...]
    listed: tuple[str, ...]
    covered: tuple[int, int]
    atlas: str

    def __str__(self) -> str:
        """Return the result as text for a terminal."""
        from daylight.blocs.text import render

        return render(self)
