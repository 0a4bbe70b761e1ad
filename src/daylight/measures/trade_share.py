"""Trade with b as a fraction of a's total trade; for an undirected pair the lower of the two."""

from __future__ import annotations

from daylight.measures.measure import Measure
from daylight.measures.trade import directed_fraction

MEASURE = Measure(
    name="trade_share",
    title="Trade share",
    unit="fraction of total trade",
    low=0.0,
    high=1.0,
    directed=True,
    undirected="lower",
    table="trade",
    absence="missing",
    citation="Barbieri 1996, Journal of Peace Research 33:29-49",
    compute=directed_fraction("share", ("log_sd_share", "log_sd_share")),
)
