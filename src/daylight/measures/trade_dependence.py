"""Trade with b as a fraction of a's GDP; for an undirected pair the lower of the two.

The lower one is the weak link of Oneal & Russett: the state that depends less can afford a
break more easily. Fractions above one occur for entrepots.
"""

from __future__ import annotations

from daylight.measures.trade import directed_fraction, trade_measure

MEASURE = trade_measure(
    "trade_dependence",
    "Trade dependence",
    "trade as a fraction of GDP",
    "Oneal & Russett 1997, ISQ 41:267-294",
    directed_fraction("dependence", ("log_sd_ab", "log_sd_ba")),
)
