"""The records of how exposed ties are to an outside power."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.bonds.records import Quantity
from daylight.core.answer import Answer
from daylight.core.refs import StateRef
from daylight.endurance.records import Rate, Standing
from daylight.wedges.measured.records import Side

Stands = Standing | Literal["broke lately"]
"""How a tie stands; within eight years after a break no other is dated."""


@dataclass(frozen=True, slots=True)
class Exposed:
    """A tie as the outside power sees it.

    Attributes
    ----------
    group : int
        Ties of one group cannot be told apart; group 1 broke most often.
    target, partner : StateRef
        Who would be drawn away, and from whom.
    standing : Stands
        How the tie stands: what is known to have given way in it makes it warned.
    since : int
        First year of the present run of years with a tie.
    side : {"weaker", "stronger"}
        Of the target.
    partner_rival : bool
        Whether the partner has the divider as strategic rival.
    to_partner, to_divider : Quantity
        How far the target votes from each, in standard deviations.
    trade : Quantity
        Part of the target's trade that is with the partner; as reported, so that its band has no
        width.
    met : tuple of str
        Names of the conditions that are met and go with more breaks.
    """

    group: int
    target: StateRef
    partner: StateRef
    standing: Stands
    since: int
    side: Side
    partner_rival: bool
    to_partner: Quantity
    to_divider: Quantity
    trade: Quantity
    met: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Ties that stand alike, and how often such ties broke.

    Attributes
    ----------
    group : int
    standing : Stands
    count : int
    broke : dict of str to Rate
        By years ahead, how often ties of this standing broke, as in `resilience`; empty where
        nothing can be said.
    gained : dict of str to Rate
        How often they broke with a gain seen with this divider; empty for a divider that is not
        the United States, Russia or China.
    """

    group: int
    standing: Stands
    count: int
    broke: dict[str, Rate]
    gained: dict[str, Rate]


@dataclass(frozen=True, kw_only=True, repr=False)
class Exposure(Answer):
    """Ties in the order of what is known to have given way in them.

    Attributes
    ----------
    role : {"target", "partner"}
        What the state asked about is in every tie.
    groups : tuple of Group
    scan : tuple of Exposed
        By group; within one by how far the target votes from the partner, which orders the list
        and says nothing of the chance.
    """

    role: str
    groups: tuple[Group, ...]
    scan: tuple[Exposed, ...]
