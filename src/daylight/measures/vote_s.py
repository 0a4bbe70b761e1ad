"""Signorino and Ritter's S: 1 minus twice the mean distance; not corrected for chance."""

from __future__ import annotations

from daylight.measures.votes import SIGNORINO_RITTER, vote_measure

MEASURE = vote_measure(
    "vote_s",
    "Similarity S",
    "absolute",
    "s",
    SIGNORINO_RITTER,
)
