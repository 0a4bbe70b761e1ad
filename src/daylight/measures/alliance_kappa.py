"""Cohen's kappa of two alliance portfolios, any obligation against none."""

from __future__ import annotations

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.votes import HAEGE
from daylight.stats.portfolio import binary, corrected

MEASURE = similarity_measure(
    "alliance_kappa",
    "Alliance similarity beyond chance (kappa)",
    lambda shares: corrected(binary(shares), "nominal", "cohen"),
    HAEGE,
)
