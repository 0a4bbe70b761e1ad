"""Scott's pi with absolute distances."""

from __future__ import annotations

from daylight.measures.votes import HAEGE, vote_measure

MEASURE = vote_measure(
    "vote_pi_absolute",
    "Agreement beyond chance (pi, absolute)",
    "absolute",
    "scott",
    HAEGE,
)
