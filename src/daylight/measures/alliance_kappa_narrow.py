"""Cohen's kappa of two alliance portfolios, any obligation but broad pledges against none."""

from __future__ import annotations

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.votes import HAEGE
from daylight.stats.portfolio import binary, corrected

MEASURE = similarity_measure(
    "alliance_kappa_narrow",
    "Alliance similarity beyond chance, broad pledges left out",
    lambda shares: corrected(binary(shares), "nominal", "cohen"),
    HAEGE,
    suffix="_narrow",
)
