"""S of two alliance portfolios, squared distances."""

from __future__ import annotations

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.votes import SIGNORINO_RITTER
from daylight.stats.portfolio import s_score

MEASURE = similarity_measure(
    "alliance_s_squared",
    "Alliance similarity S, squared",
    lambda shares: s_score(shares, "squared"),
    SIGNORINO_RITTER,
)
