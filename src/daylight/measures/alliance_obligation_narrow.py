"""Highest obligation, 0 to 3, leaving out broad pledges such as the Helsinki Final Act."""

from __future__ import annotations

from daylight.measures.obligations import obligation_measure
from daylight.stats.valued import TOP, valued

MEASURE = obligation_measure(
    "alliance_obligation_narrow",
    "Alliance obligation, broad pledges left out",
    "0 none to 3 defence or offence",
    TOP,
    lambda masks: valued(masks),
    "_narrow",
)
