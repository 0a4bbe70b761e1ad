"""Military exercises that both took part in: the mean a year over this year and the two before.

Only exercises that the source found in the English-language press are counted, from 1980 to
2010; those of closed states are missed more often. The mean is over the covered years of the
three in which both were states: two in 1981, one in 1980. An exercise of twenty states counts
as one for each pair, like one of two.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "joint_exercises",
    "Joint military exercises",
    "exercises a year, mean of three years",
    "D'Orazio 2012, Journal of East Asian Studies 12:275-294",
    sources=("exercises",),
)
