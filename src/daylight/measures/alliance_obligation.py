"""Highest obligation: 3 defence or offence, 2 neutrality or consultation, 1 non-aggression only."""

from __future__ import annotations

from daylight.measures.obligations import obligation_measure
from daylight.stats.valued import TOP, valued

MEASURE = obligation_measure(
    "alliance_obligation",
    "Alliance obligation",
    "0 none to 3 defence or offence",
    TOP,
    lambda masks: valued(masks),
)
