"""Whether a has promised to defend b: 1 or 0. The two directions differ in some treaties."""

from __future__ import annotations

from daylight.measures.obligations import obligation_measure
from daylight.stats.valued import DEFENSE, binary

MEASURE = obligation_measure(
    "alliance_defense",
    "Defence obligation",
    "1 yes, 0 no",
    1.0,
    lambda masks: binary(masks, DEFENSE),
)
