"""Talks, visits, promises and acts of diplomacy of a pair that the press reported in a year.

The value is the pair's share of all verbal cooperation of the side that has less of it with the
whole world: 0.1 means a tenth of it. Verbal cooperation is CAMEO 03 to 05 (intent to cooperate,
consult, diplomatic cooperation), and a pair counts once for each day and root code, in whichever
direction. Comments (01) and appeals (02) are left out: they are made about rivals as much as to
friends. A share takes out how much the press writes in a year, and how much it writes about the
state. It does not take out why: enemies who negotiate talk most.

It is only in an atlas that was built with files of the user's own, for years that these hold
whole. A state with fewer than 50 such events in a year has no value; between two others no
event is zero. The press is mostly in English, and a fifth of the events come from Indian dailies.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "verbal_cooperation",
    "Verbal cooperation in the news",
    "fraction of the verbal cooperation of the side with less",
    "Boschee et al. 2015, doi:10.7910/DVN/28075",
    sources=("icews",),
    high=1.0,
)
