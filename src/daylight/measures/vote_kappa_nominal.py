"""Cohen's kappa that counts any two different votes alike."""

from __future__ import annotations

from daylight.measures.votes import HAEGE, vote_measure

MEASURE = vote_measure(
    "vote_kappa_nominal",
    "Agreement beyond chance (kappa, nominal)",
    "nominal",
    "cohen",
    HAEGE,
)
