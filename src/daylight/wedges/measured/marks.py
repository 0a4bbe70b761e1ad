"""What theory says makes a tie give way to a divider, marked for every triad and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.democracies import DEMOCRATIC
from daylight.breaks.kinds import TREATIES_TO
from daylight.breaks.risk import Bools
from daylight.store.schemas.breaks import TIE_LEGS
from daylight.wedges.measured.triads import Triads
from daylight.wedges.measured.world import World

About = Literal["tie", "target", "divider"]
USA = 2
COMPARABLE = 0.5
"""Least ratio of capabilities, the smaller over the larger, of two that are of a like strength."""
MUCH_TRADE = 0.20
"""Part of the trade of the target that is much."""
SOME_TRADE = 0.10
TREATY = 1 << TIE_LEGS.index("treaty") | 1 << TIE_LEGS.index("pact")
TROOPS = 1 << TIE_LEGS.index("troops")


@dataclass(frozen=True, slots=True)
class Claim:
    """A condition that theory names.

    Attributes
    ----------
    name : str
    about : {"tie", "target", "divider"}
        What it is a condition of.
    text : str
        The condition as it is told, of T (target), P (partner) and D (divider).
    theory : str
        Which way theory says it works, with its source.
    """

    name: str
    about: About
    text: str
    theory: str


CONDITIONS = (
    Claim("something_gave_way", "tie", "something in the tie of {T} and {P} has given way",
              "easier: dividers try when relations have just worsened"),
    Claim("rivals", "tie", "{T} and {P} see each other as rivals", "easier"),
    Claim("treaty", "tie", "{T} and {P} have a treaty, or a pact and more",
              "harder: a promise to give up (but it can be broken)"),
    Claim("much_trade", "tie", "a fifth or more of the trade of {T} is with {P}",
              "harder: more to lose"),
    Claim("comparable", "tie", "{T} and {P} are of a like strength",
              "easier: symmetric ties can be split (Huang 2020)"),
    Claim("partner_far", "tie", "{T} votes farther from {P} than most tied pairs do",
              "easier: they already differ"),
    Claim("new_regime", "target", "in {T} a regime took the place of another",
              "easier: who comes new can turn"),
    Claim("new_leader", "target", "{T} has a new leader under the same regime",
          "easier: who comes new can turn"),
    Claim("democratic", "target", "{T} is democratic", "harder: commitments bind"),
    Claim("partner_rival", "divider", "{P} has {D} as a strategic rival",
              "harder: the partner will outbid"),
    Claim("divider_nearer", "divider", "{T} votes nearer to {D} than to {P}", "easier"),
    Claim("divider_tie", "divider", "{T} has a treaty with {D} too, or a pact and more",
              "easier: a hand to hold"),
    Claim("divider_troops", "divider", "{D} has 500 or more troops in {T} (of US troops only)",
              "easier"),
    Claim("divider_trade", "divider", "a tenth or more of the trade of {T} is with {D}",
              "easier: rewards are at hand (Izumikawa 2013)"),
    Claim("divider_rival", "divider", "{T} and {D} see each other as rivals",
              "harder: a threat binds the two (Izumikawa 2013)"),
    Claim("divider_sanctions", "divider", "{D} has sanctions against {T}",
              "either: a lever, or a grievance"),
)  # fmt: skip


def marks(seen: Triads, world: World) -> dict[str, NDArray[np.float64]]:
    """Return for each condition 1 where it holds, 0 where not, NaN where it is not known.

    What a list tells of that has ended is not known after it, unless it is seen to hold.
    """
    target, partner, divider, year = seen.target, seen.partner, seen.divider, seen.year
    own, theirs = (world.capability(cow, year) for cow in (target, partner))
    with np.errstate(invalid="ignore", divide="ignore"):
        strength = np.minimum(own, theirs) / np.maximum(own, theirs)
    far, near = (world.distance(target, other, year).value for other in (partner, divider))
    listed = year <= TREATIES_TO
    treaty, divider_treaty = (
        _known(world.legs(target, other, year) & TREATY > 0, listed) for other in (partner, divider)
    )
    troops = _certain(world.legs(target, divider, year) & TROOPS > 0)
    made: dict[str, NDArray[np.float64]] = {
        "something_gave_way": _known(
            world.warned(target, partner, year) > 0, listed & world.tied(target, partner, year)
        ),
        "rivals": _certain(world.are_rivals(target, partner, year)),
        "treaty": treaty,
        "much_trade": _over(world.trade(target, partner, year), MUCH_TRADE),
        "comparable": _over(strength, COMPARABLE),
        "partner_far": _over(far - world.usual_distance(year), 0.0),
        "new_regime": world.leaders.new_regime(target, year),
        "new_leader": world.leaders.new_leader(target, year),
        "democratic": _over(world.democracy(target, year), DEMOCRATIC),
        "partner_rival": _certain(seen.rival),
        "divider_nearer": _over(far - near, 0.0),
        "divider_tie": divider_treaty,
        "divider_troops": np.where(divider == USA, troops, np.nan),
        "divider_trade": _over(world.trade(target, divider, year), SOME_TRADE),
        "divider_rival": _certain(world.are_rivals(target, divider, year)),
        "divider_sanctions": world.sanctions(divider, target, year),
    }
    assert list(made) == [one.name for one in CONDITIONS]
    return made


def _certain(mark: Bools) -> NDArray[np.float64]:
    return mark.astype(float)


def _known(mark: Bools, listed: Bools) -> NDArray[np.float64]:
    """Return a mark, not known where it does not hold and the list has ended."""
    return np.where(mark | listed, mark.astype(float), np.nan)


def _over(value: NDArray[np.float64], least: float) -> NDArray[np.float64]:
    return np.where(np.isnan(value), np.nan, value >= least)
