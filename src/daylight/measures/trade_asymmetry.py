"""How much more a depends on b than b on a: the difference of the two dependences.

Positive where a depends more. For an undirected pair, its size.
"""

from __future__ import annotations

import numpy as np

from daylight.core.estimate import Z
from daylight.measures.measure import Measure, Values, World
from daylight.measures.trade import estimated, significant, year_columns


def compute(world: World, start: int, end: int) -> Values:
    """Return dependence_ab - dependence_ba, and its negative for the other order.

    The interval adds the variances of the two dependences, which share the trade between
    them; leaving that covariance out makes the interval too wide, not too narrow.
    """
    rows = world.years("trade", start, end)
    a, b, year = year_columns(rows)
    forth, back = significant(rows["dependence_ab"]), significant(rows["dependence_ba"])
    sd = np.hypot(forth * np.nan_to_num(rows["log_sd_ab"]), back * np.nan_to_num(rows["log_sd_ba"]))
    gap = np.concatenate([forth - back, back - forth])
    half = Z * np.concatenate([sd, sd])
    return estimated(
        np.concatenate([a, b]),
        np.concatenate([b, a]),
        np.concatenate([year, year]),
        gap,
        gap - half,
        gap + half,
    )


MEASURE = Measure(
    name="trade_asymmetry",
    title="Asymmetry of trade dependence",
    unit="difference of fractions of GDP",
    low=float("-inf"),
    high=float("inf"),
    directed=True,
    undirected="absolute",
    table="trade",
    absence="missing",
    citation="Hirschman 1945, National Power and the Structure of Foreign Trade",
    compute=compute,
)
