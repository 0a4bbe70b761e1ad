"""Militarised disputes of the year in which the two states stood on one side, against others.

A count of disputes, whatever their level: being threatened together counts, and so does a war.
Both must have taken part at the same time. Large coalitions fill it: 7 in 10 pairs and years
are of disputes with more than ten participants only. Not directed; ends in 2014.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "same_side_disputes",
    "Militarised disputes on one side",
    "disputes",
    "Palmer et al. 2022, Conflict Management and Peace Science 39:470-482",
    sources=("mid",),
)
