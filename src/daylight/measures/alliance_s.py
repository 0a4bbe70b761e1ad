"""S of two alliance portfolios, absolute distances, all states weighed alike."""

from __future__ import annotations

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.votes import SIGNORINO_RITTER
from daylight.stats.portfolio import s_score

MEASURE = similarity_measure(
    "alliance_s",
    "Alliance similarity S",
    lambda shares: s_score(shares, "absolute"),
    SIGNORINO_RITTER,
)
