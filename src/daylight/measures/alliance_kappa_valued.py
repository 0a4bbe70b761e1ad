"""Cohen's kappa of two alliance portfolios, obligations valued 0 to 3, squared distances."""

from __future__ import annotations

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.votes import HAEGE
from daylight.stats.portfolio import corrected

MEASURE = similarity_measure(
    "alliance_kappa_valued",
    "Alliance similarity beyond chance (kappa, valued)",
    lambda shares: corrected(shares, "squared", "cohen"),
    HAEGE,
)
