"""The cells of a tie, alike in lines and on a page."""

from __future__ import annotations

from daylight.bonds.written import chance_text, spanned
from daylight.partnerships.points import CONFLICT, COOPERATION
from daylight.partnerships.records import Lopsided, Tie
from daylight.say.numbers import position_text

HEADS = tuple(name.removesuffix("_cooperation") for name in COOPERATION)
"""The dimensions, in the order of the cells."""
LEANS, LEANT_ON = ("leans", "leant on"), ("leant on", "leans")
"""Both sides of a lopsided tie, that by which its list is ordered first."""


def cooperation(tie: Tie, link: str = " to ") -> tuple[str, ...]:
    """Return the mean, and the three ledgers of cooperation."""
    ledgers = (spanned(tie.ledgers[name], link) for name in COOPERATION)
    return spanned(tie.cooperation, link), *ledgers


def conflict(tie: Tie, link: str = " to ") -> tuple[str, ...]:
    """Return the chance of rivalry, and the three ledgers of conflict."""
    ledgers = (spanned(tie.ledgers[name], link) for name in CONFLICT)
    return chance_text(tie.p_rivalry, link), *ledgers


def leaning(tie: Lopsided, sides: tuple[str, str]) -> tuple[str, ...]:
    """Return how much each side leans, in the order of the sides."""
    of = {"leans": tie.leans, "leant on": tie.leant_on}
    return tuple(position_text(of[side].value, of[side].lo, of[side].hi) for side in sides)
