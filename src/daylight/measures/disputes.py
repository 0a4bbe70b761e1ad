"""Militarised dispute between two states: the highest hostility level of the year.

0 no dispute, 2 threat of force, 3 display of force, 4 use of force, 5 war. High is a bad tie.
Every pair on opposite sides of a dispute at the same time counts, also where the two never met:
joiners of the World Wars are paired with all enemies. From July 1992 incidents are coded, and
pairs without one in the year do not count. Before that the level is one of a state's whole part
in the dispute, so that the first year of a longer one may carry what came later. Not directed;
ends in 2014.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "disputes",
    "Militarised dispute between the two",
    "hostility level, 0 to 5",
    "Palmer et al. 2022, Conflict Management and Peace Science 39:470-482",
    sources=("mid",),
    high=5.0,
)
