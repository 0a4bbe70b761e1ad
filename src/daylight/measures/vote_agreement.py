"""Share of common roll calls with the same vote, abstention being one; absences left out."""

from __future__ import annotations

from daylight.measures.votes import SIGNORINO_RITTER, vote_measure

MEASURE = vote_measure(
    "vote_agreement",
    "Same vote",
    "nominal",
    "none",
    SIGNORINO_RITTER,
)
