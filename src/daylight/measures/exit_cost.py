"""The cost of leaving: what a state would lose by the end of its trade with another."""

from __future__ import annotations

import numpy as np

from daylight.core.estimate import Z
from daylight.measures.goods import goods
from daylight.measures.measure import Floats, Values, World
from daylight.measures.trade import both_orders, estimated, significant, trade_measure

ABOUT = """
What a would lose by the end of its trade with b, beyond what others could take up.

With d the trade of the two as a fraction of a's GDP, and w as a fraction of a's total trade, all
other partners trade d (1 - w) / w with a, as a fraction of its GDP. If each of them can take up at
most a tenth more than it trades with a today, the loss is

    exit cost = max(0, d - 0.1 d (1 - w) / w).

So a partner with less than a tenth of what all others have (w under 1/11) costs nothing to lose,
and one that is the whole of a's trade costs all of d. This is Hirschman's point that trade binds
through the difficulty to dispense with it, which grows with the concentration on one partner;
Crescenzi calls it the exit cost. For an undirected pair the lower of the two: the state that
loses less can leave more easily.

Limits: the tenth is our assumption, for about a year; goods are taken as alike, so a pipeline or
a spare part that only one partner has is undervalued. It counts trade both ways, as dependence
does. Years and gaps are those of the trade table.
"""
FRACTIONS = ("dependence", "share")
TAKEN_UP = 0.1
"""Share of its present trade with a by which each other partner can replace b."""


def compute(world: World, start: int, end: int) -> Values:
    """Return exit costs of all pairs, both ways, with 90 % intervals.

    Dependence and share move together in the interval, since they have their trade in common;
    the errors of GDP and of the total do not, so it is too wide rather than too narrow.
    """
    read = goods(world, start, end)
    sides = read.of_a, read.of_b
    dependence, share = (np.concatenate([getattr(s, n) for s in sides]) for n in FRACTIONS)
    by_gdp, by_total = (
        np.exp(Z * np.nan_to_num(np.concatenate([getattr(s, f"{n}_sd") for s in sides])))
        for n in FRACTIONS
    )
    value = significant(exit_cost(dependence, share))
    low = exit_cost(dependence / by_gdp, share / by_total)
    high = exit_cost(dependence * by_gdp, np.minimum(share * by_total, 1.0))
    orders = both_orders(read.a, read.b, read.year)
    ends = np.minimum(low, value), np.maximum(high, value)
    return estimated(*orders, value, *ends, np.tile(read.worked_out, 2))


def exit_cost(dependence: Floats, share: Floats, taken_up: float = TAKEN_UP) -> Floats:
    """Return max(0, d - taken_up * d (1 - w) / w); NaN where either is not known.

    Parameters
    ----------
    dependence : ndarray of float
        Trade with the partner as a fraction of GDP, d.
    share : ndarray of float
        The same trade as a fraction of all trade, w, 0 to 1.
    taken_up : float
        Part of their present trade by which all other partners can grow.
    """
    some = share > 0
    others = np.divide(1.0 - share, share, out=np.zeros(len(share)), where=some)
    cost = dependence * np.maximum(0.0, 1.0 - taken_up * others)
    return np.where(np.isnan(share) | np.isnan(dependence), np.nan, np.where(some, cost, 0.0))


MEASURE = trade_measure(
    "exit_cost",
    title="Cost of leaving trade",
    unit="fraction of GDP",
    about=ABOUT,
    citation="Hirschman 1945, National Power and the Structure of Foreign Trade; "
    "Crescenzi 2003, Journal of Politics 65:809-832",
    method="energy-and-investment",
    compute=compute,
)
