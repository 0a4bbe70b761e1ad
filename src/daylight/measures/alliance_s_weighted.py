"""S of two alliance portfolios with each state weighed by its share of capabilities."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.measure import World
from daylight.measures.votes import SIGNORINO_RITTER
from daylight.stats.capability import renormalise
from daylight.stats.portfolio import Floats, s_score


def capability(world: World, year: int, states: NDArray[np.int64]) -> Floats | None:
    """Return CINC shares of `states`, renormalised to one; zero where CINC is not known."""
    rows = world.years("capabilities", year, year)
    shares = np.zeros(len(states))
    known = np.isin(rows["cow"], states)
    shares[np.searchsorted(states, rows["cow"][known])] = np.nan_to_num(rows["cinc"][known])
    return renormalise(shares)


MEASURE = similarity_measure(
    "alliance_s_weighted",
    "Alliance similarity S, weighted",
    lambda shares: s_score(shares, "absolute"),
    SIGNORINO_RITTER,
    capability,
)
