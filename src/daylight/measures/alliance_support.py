"""What a has promised to do for b in a war, broad pledges left out.

0 nothing, 1 to stay neutral, 2 to defend or attack with it. A promise not to attack or to consult
counts as nothing here: rivals make it as often as friends (Miller 2026), and it would put pairs
such as India and Pakistan beside allies. `alliance_obligation_narrow` keeps those promises.
"""

from __future__ import annotations

import numpy as np

from daylight.measures.obligations import obligation_measure

HELP, NEUTRAL = 1 | 2, 4

MEASURE = obligation_measure(
    "alliance_support",
    "Alliance support in war",
    "0 none, 1 neutrality, 2 defence or offence",
    2.0,
    lambda masks: np.where(masks & HELP, 2.0, np.where(masks & NEUTRAL, 1.0, 0.0)),
    "_narrow",
)
