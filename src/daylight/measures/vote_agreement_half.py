"""Agreement with half credit between abstention and yes or no: the `agree` of the Voeten dyads."""

from __future__ import annotations

from daylight.measures.votes import SIGNORINO_RITTER, vote_measure

MEASURE = vote_measure(
    "vote_agreement_half",
    "Same vote, half credit",
    "absolute",
    "none",
    SIGNORINO_RITTER,
)
