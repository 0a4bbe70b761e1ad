"""What stands where a list is empty, or a state has no place in it."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.core.refs import StateRef, in_text
from daylight.partnerships.records import Ranking
from daylight.say.lines import listed

NAMED = 3
"""Ties of a list that the headline names, and states that stand in place of an empty list."""
MOST_UNSURE = 8
"""States without a place that are named beside a list."""


def some(states: Sequence[StateRef], most: int = MOST_UNSURE) -> str:
    """Name states, and how many others there are."""
    names = [in_text(state.name) for state in states[:most]]
    rest = len(states) - len(names)
    return listed([*names, f"{rest} more"] if rest else names)


def unranked(ranking: Ranking) -> str:
    """Say that there are ties, and why none of them has a place."""
    bands, verb = ("band", "is") if len(ranking.unsure) == 1 else ("bands", "are")
    return f"cannot be ranked: the {bands} of {some(ranking.unsure, NAMED)} {verb} too wide"


def nothing(ranking: Ranking) -> str:
    """Say why a list is empty."""
    if ranking.of is None:
        return "not covered"
    return unranked(ranking) if ranking.unsure else "none to speak of"


def nobody(year: int | None) -> str:
    """Say why a list of who leans on whom is empty."""
    return "not known" if year is None else "none clearly"


def in_year(text: str, year: int | None) -> str:
    """Add the year to a heading, where there is one."""
    return text if year is None else f"{text}, {year}"
