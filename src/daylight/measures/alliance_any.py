"""Whether any alliance obligation is in force: 1 or 0. A pledge not to attack counts."""

from __future__ import annotations

from daylight.measures.obligations import obligation_measure
from daylight.stats.valued import ANY, binary

MEASURE = obligation_measure(
    "alliance_any",
    "Any alliance obligation",
    "1 yes, 0 no",
    1.0,
    lambda masks: binary(masks, ANY),
)
