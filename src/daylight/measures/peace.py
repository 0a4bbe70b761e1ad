"""Disputes as models of onset need them: whether one goes on, whether one began, years of peace.

All three are worked out from the tie ``disputes``: the highest hostility of a pair and year.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.measures.dispute_years import DISPUTES, Year, years_of_peace
from daylight.measures.measure import CODED, Floats, Measure, Values, World, coded
from daylight.measures.spans import as_of_measure

BTSCS = "Beck, Katz & Tucker 1998, American Journal of Political Science 42:1260-1288"
Rule = Callable[[Year], Floats]
MID = "Palmer et al. 2022, Conflict Management and Peace Science 39:470-482"
ABOUT_ONGOING = """
Whether the two stood against each other in a militarised dispute in the year.

1 for a dispute of any level, 0 for none where the source would list one. The level is `disputes`.
"""
ABOUT_ONSET = """
Whether a militarised dispute of the two began: one in the year, and none in the year before.

1 too where the year before was not covered, or one of the two was no member of the system then. A
new dispute in a year after another one is not seen, since the atlas has the highest level of a
year and not each dispute: fewer onsets than in the source.
"""
ABOUT_YEARS = """
Years of peace: years in a row, just before this one, without a militarised dispute of the two.

0 in the year after a dispute, and in the first year in which both are members and covered. Counting
begins anew after years in which one of them was no member. What was before 1816 is not known, so
that early counts are too low; add its square and cube, or splines, as Carter and Signorino do.
"""


def _ongoing(year: Year) -> Floats:
    return np.where(np.isnan(year.level), np.nan, year.level > 0)


def _onset(year: Year) -> Floats:
    earlier = np.where(year.level > 0, year.earlier, 0.0)  # without a dispute none began
    began = (year.level > 0) & (earlier == 0)
    return np.where(np.isnan(year.level + earlier), np.nan, began)


def _computed(rule: Callable[[Year], Floats]) -> Callable[[World, int, int], Values]:
    """Return the function that gives what a rule makes of each pair and year."""

    def compute(world: World, start: int, end: int) -> Values:
        none = np.zeros(0)
        parts: list[tuple[NDArray[Any], ...]] = [(none, none, none, none)]
        for year, found in years_of_peace(world, end):
            if year >= start:
                parts.append((found.a, found.b, np.full(len(found.a), year), rule(found)))
        return coded(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    return compute


def _measure(
    name: str, title: str, unit: str, about: str, high: float, rule: Rule, citation: str
) -> Measure:
    return Measure(
        name=name,
        title=title,
        unit=unit,
        about=about,
        low=0.0,
        high=high,
        directed=False,
        undirected="same",
        table="ties",
        absence="missing",
        interval=CODED,
        citation=citation,
        method="disputes",
        compute=_computed(rule),
        sources=("mid",),
        span=as_of_measure(DISPUTES),
    )


PEACE: tuple[Measure, ...] = (
    _measure("dispute_ongoing", "Militarised dispute in the year", "0 or 1", ABOUT_ONGOING, 1.0,
             _ongoing, MID),
    _measure("dispute_onset", "Militarised dispute that began", "0 or 1", ABOUT_ONSET, 1.0,
             _onset, MID),
    _measure("peace_years", "Years of peace", "years in a row without a dispute", ABOUT_YEARS,
             float("inf"), lambda year: year.peace, BTSCS),
)  # fmt: skip
