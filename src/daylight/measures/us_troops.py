"""How many troops of the United States are based in a state: log10(1 + persons on active duty).

The value is of the host towards the United States: 0 is none reported, 3 a thousand, 5 a
hundred thousand. No other power is covered, and the United States as a host is not either:
those pairs and that direction are missing. A zero of the source mixes "none" and "not
reported"; one that follows soon after a hundred troops or more is missing. Hosting is not
always friendly: Iraq in 2003 did not ask. For an undirected pair the value is that of the host.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "us_troops",
    "US troops based in the state",
    "log10 of 1 + persons on active duty",
    "Allen, Flynn and Machain 2022, Conflict Management and Peace Science 39:351-370",
    sources=("troopdata",),
    directed=True,
    fold="known",
    high=7.0,
)
