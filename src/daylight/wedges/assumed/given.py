"""A scenario: what somebody assumes of a target, its partner, and who tries to divide them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.wedges.assumed.prior import NOTHING, Prior

Wants = Literal["leave", "stay"]
WITHIN = (1, 2, 4, 8)
"""Years ahead for which the frequency of breaks is measured."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something promised to the target.

    Attributes
    ----------
    name : str
    value : Prior
        What it is worth to the target if it is kept. An offer of 0 only says how its bidder could
        give more.
    kept : Prior
        Chance that it is kept, as the target sees it.
    cost : Prior or None
        What it costs the bidder to promise something worth one unit.
    """

    name: str
    value: Prior
    kept: Prior
    cost: Prior | None


@dataclass(frozen=True, slots=True)
class Threat:
    """Something that the bidder will do to the target if it does not do as wanted.

    Attributes
    ----------
    name : str
    value : Prior
        What it takes from the target if it is carried out.
    carried_out : Prior
        Chance that it is, as the target sees it.
    """

    name: str
    value: Prior
    carried_out: Prior


@dataclass(frozen=True, slots=True)
class Veto:
    """Somebody who can stop all offers of a bidder, with the chance that it does."""

    who: str
    chance: Prior


@dataclass(frozen=True, slots=True)
class Bidder:
    """Who wants the target to leave or to stay.

    Attributes
    ----------
    path : str
        Its place in the scenario: ``divider``, ``partner``, ``others.1`` ...
    who : str or None
        None for the divider and the partner, which the question names.
    wants : {"leave", "stay"}
    worth : Prior or None
        What it gains if it gets its way.
    fixed_cost : Prior or None
        What getting its way costs it besides what it gives.
    offers : tuple of Offer
    threats : tuple of Threat
    vetoes : tuple of Veto
    """

    path: str
    who: str | None
    wants: Wants
    worth: Prior | None = None
    fixed_cost: Prior | None = None
    offers: tuple[Offer, ...] = ()
    threats: tuple[Threat, ...] = ()
    vetoes: tuple[Veto, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is assumed, all amounts in one unit, and beyond what is usual between such states.

    Attributes
    ----------
    unit : str
    within : int
        Years ahead.
    even : Prior or None
        How large the net gain from leaving would have to be for leaving to be as likely as not.
    stay : Prior
        What staying is worth to the target by itself; below 0 where it would rather leave.
    divider, partner : Bidder
    others : tuple of Bidder
        Further powers that want the target to leave, or to stay.
    note : str
    """

    unit: str = "units"
    within: int = 4
    even: Prior | None = None
    stay: Prior = NOTHING
    divider: Bidder = Bidder("divider", None, "leave")
    partner: Bidder = Bidder("partner", None, "stay")
    others: tuple[Bidder, ...] = ()
    note: str = ""

    @property
    def bidders(self) -> tuple[Bidder, ...]:
        """All who bid, the divider first."""
        return (self.divider, self.partner, *self.others)
