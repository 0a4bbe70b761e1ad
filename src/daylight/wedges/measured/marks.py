"""What theory says makes a tie give way to a divider, marked for every triad and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.risk import Bools, Ints, TieYears
from daylight.store.schemas.breaks import TIE_LEGS
from daylight.wedges.measured.triads import Triads, pair_year
from daylight.wedges.measured.world import World

About = Literal["tie", "target", "divider"]
USA = 2
COMPARABLE = 0.5
"""Least ratio of capabilities, the smaller over the larger, of two that are of a like strength."""
MUCH_TRADE = 0.20
"""Part of the trade of the target that is much."""
SOME_TRADE = 0.10
SHIFT, SHIFT_YEARS, DEMOCRATIC = 0.15, 3, 0.5
"""A change of the index of electoral democracy within three years that is a new regime; and the
level from which on a state is called democratic."""
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
    Claim("treaty", "tie", "{T} and {P} have a treaty or pact",
              "harder: a promise to give up (but it can be broken)"),
    Claim("much_trade", "tie", "a fifth or more of the trade of {T} is with {P}",
              "harder: more to lose"),
    Claim("comparable", "tie", "{T} and {P} are of a like strength",
              "easier: symmetric ties can be split (Huang 2020)"),
    Claim("partner_far", "tie", "{T} votes farther from {P} than most tied pairs do",
              "easier: they already differ"),
    Claim("new_regime", "target", "{T} has a new regime",
              "easier: who comes new can turn"),
    Claim("new_leader", "target", "{T} has a new leader under the same regime",
          "easier: who comes new can turn"),
    Claim("democratic", "target", "{T} is democratic", "harder: commitments bind"),
    Claim("partner_rival", "divider", "{P} has {D} as a strategic rival",
              "harder: the partner will outbid"),
    Claim("divider_nearer", "divider", "{T} votes nearer to {D} than to {P}", "easier"),
    Claim("divider_tie", "divider", "{T} has a treaty or pact with {D} too",
              "easier: a hand to hold"),
    Claim("divider_troops", "divider", "{D} has 500 or more troops in {T} (of US troops only)",
              "easier"),
    Claim("divider_trade", "divider", "a tenth or more of the trade of {T} is with {D}",
              "easier: rewards are at hand (Izumikawa 2013)"),
    Claim("divider_rival", "divider", "{T} and {D} see each other as rivals",
              "harder: a threat binds the two (Izumikawa 2013)"),
    Claim("divider_sanctions", "divider", "{D} has sanctions against {T}",
              "either: a lever, or a grievance"),
    Claim("divider_new_leader", "divider", "{D} has a new leader under the same regime",
          "harder: promises may not bind the next"),
)  # fmt: skip


def marks(seen: Triads, ties: TieYears, world: World) -> dict[str, NDArray[np.float64]]:
    """Return for each condition 1 where it holds, 0 where not, NaN where it is not known."""
    row, year = seen.row, seen.year
    legs = ties.legs[row]
    own, theirs = (world.capability(cow, year) for cow in (seen.target, seen.partner))
    with np.errstate(invalid="ignore", divide="ignore"):
        strength = np.minimum(own, theirs) / np.maximum(own, theirs)
    far = world.distance(seen.target, seen.partner, year)
    near = world.distance(seen.target, seen.divider, year)
    level, before = (world.democracy(seen.target, year - k) for k in (0, SHIFT_YEARS))
    divider_legs = world.legs(seen.target, seen.divider, year)
    rivals = world.rivals
    made: dict[str, NDArray[np.float64]] = {
        "something_gave_way": _certain(ties.warned[row] > 0),
        "rivals": _rival(seen.target, seen.partner, year, rivals),
        "treaty": _certain(legs & TREATY > 0),
        "much_trade": _over(world.trade(seen.target, seen.partner, year), MUCH_TRADE),
        "comparable": _over(strength, COMPARABLE),
        "partner_far": _over(far - world.usual_distance(year), 0.0),
        "new_regime": _over(np.abs(level - before), SHIFT),
        "new_leader": world.leaders.new_leader(seen.target, year),
        "democratic": _over(level, DEMOCRATIC),
        "partner_rival": _certain(seen.rival),
        "divider_nearer": _over(far - near, 0.0),
        "divider_tie": _certain(divider_legs & TREATY > 0),
        "divider_troops": np.where(
            seen.divider == USA, _certain(divider_legs & TROOPS > 0), np.nan
        ),
        "divider_trade": _over(world.trade(seen.target, seen.divider, year), SOME_TRADE),
        "divider_rival": _rival(seen.target, seen.divider, year, rivals),
        "divider_sanctions": world.sanctions(seen.divider, seen.target, year),
        "divider_new_leader": world.leaders.new_leader(seen.divider, year),
    }
    assert list(made) == [one.name for one in CONDITIONS]
    return made


def _certain(mark: Bools) -> NDArray[np.float64]:
    return mark.astype(float)


def _over(value: NDArray[np.float64], least: float) -> NDArray[np.float64]:
    return np.where(np.isnan(value), np.nan, value >= least)


def _rival(one: Ints, other: Ints, year: Ints, rivals: Ints) -> NDArray[np.float64]:
    return _certain(np.isin(pair_year(one, other, year), rivals))
