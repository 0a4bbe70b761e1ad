"""Cohen's kappa with squared distances: agreement beyond what each state's own habits give."""

from __future__ import annotations

from daylight.measures.votes import HAEGE, vote_measure

MEASURE = vote_measure(
    "vote_kappa",
    "Agreement beyond chance (kappa)",
    "squared",
    "cohen",
    HAEGE,
)
