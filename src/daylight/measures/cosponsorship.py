"""Co-sponsorship of resolutions of the UN General Assembly: phi over the texts of the year.

1 when two states sponsor the same texts, 0 when they overlap as two independent states would
that sponsor as much as they, below 0 when they overlap less. Voted on or not, every adopted text
with a sponsor counts; signing for a group of states does not. Missing where a state sponsored
fewer than five texts. Not directed.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "cosponsorship",
    "Co-sponsorship in the UN",
    "phi",
    "Yule 1912, Journal of the Royal Statistical Society 75:579-652 (coefficient)",
    sources=("un_votes_resolutions",),
    low=-1.0,
    high=1.0,
)
