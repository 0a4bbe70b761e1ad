"""Signorino and Ritter's S with squared distances."""

from __future__ import annotations

from daylight.measures.votes import SIGNORINO_RITTER, vote_measure

MEASURE = vote_measure(
    "vote_s_squared",
    "Similarity S, squared",
    "squared",
    "s",
    SIGNORINO_RITTER,
)
