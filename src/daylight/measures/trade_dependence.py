"""Trade with b as a fraction of a's GDP; for an undirected pair the lower of the two.

The lower one is the weak link of Oneal & Russett: the state that depends less can afford a
break more easily. Fractions above one occur for entrepots.
"""

from __future__ import annotations

from daylight.measures.measure import Measure
from daylight.measures.trade import directed_fraction

MEASURE = Measure(
    name="trade_dependence",
    title="Trade dependence",
    unit="trade as a fraction of GDP",
    low=0.0,
    high=float("inf"),
    directed=True,
    undirected="lower",
    table="trade",
    absence="missing",
    citation="Oneal & Russett 1997, ISQ 41:267-294",
    compute=directed_fraction("dependence", ("log_sd_ab", "log_sd_ba")),
)
