"""Defence cooperation agreements in force: general ones count 1, sector ones 1/2.

The sum stops at 3, for many later agreements renew or amend an earlier one that still counts.
Agreements are bilateral, signed from 1980 to 2010, and count from signature to the end that
DCAD estimates. What was signed before 1980 is not known, so that the 1980s are too low; NATO
and other treaties of many states are not in it. High does not mean allied: Russia has more
agreements with Ukraine than with Iran. Not directed.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "defence_cooperation",
    "Defence cooperation agreements",
    "agreements in force, sector ones count half, at most 3",
    "Kinne 2020, Journal of Conflict Resolution 64:729-755",
    sources=("dcad",),
    high=3.0,
)
