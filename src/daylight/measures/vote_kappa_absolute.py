"""Cohen's kappa with absolute distances."""

from __future__ import annotations

from daylight.measures.votes import HAEGE, vote_measure

MEASURE = vote_measure(
    "vote_kappa_absolute",
    "Agreement beyond chance (kappa, absolute)",
    "absolute",
    "cohen",
    HAEGE,
)
