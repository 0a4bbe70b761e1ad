"""International crises between two states that touch the year, counted.

A crisis needs a leader who sees a threat to basic values, little time, and a raised chance of
fighting. The pair counts also where only one of the two saw it so. Years run from the trigger
to the end of the crisis of the pair. High is a bad tie. The data begin in May 1918, and for
2020 hold only crises that began earlier: in these two years a pair without a row is missing.
Not directed.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "crises",
    "International crises between the two",
    "crises",
    "Hewitt 2003, Journal of Conflict Resolution 47:669-692",
    sources=("icb",),
)
