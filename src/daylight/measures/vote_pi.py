"""Scott's pi with squared distances: chance from the pooled habits of the pair."""

from __future__ import annotations

from daylight.measures.votes import HAEGE, vote_measure

MEASURE = vote_measure(
    "vote_pi",
    "Agreement beyond chance (pi)",
    "squared",
    "scott",
    HAEGE,
)
