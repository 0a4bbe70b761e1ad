"""Trade with b as a fraction of a's total trade; for an undirected pair the lower of the two."""

from __future__ import annotations

from daylight.measures.trade import directed_fraction, trade_measure

MEASURE = trade_measure(
    "trade_share",
    "Trade share",
    "fraction of total trade",
    "Barbieri 1996, Journal of Peace Research 33:29-49",
    directed_fraction("share", ("log_sd_share", "log_sd_share")),
    high=1.0,
)
