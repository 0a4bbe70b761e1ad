"""Stock of direct investment that b holds in a, as a share of a's GDP.

The value is of the host towards the owner, by the last address that is reported: investment
through Hong Kong, Luxembourg or the Netherlands counts there. The host's number is taken, else
the owner's; where both report, a tenth of them differ by more than a factor of 2.6 each way. Few
pairs are reported (2001-2012, UNCTAD), and no number is no zero. A stock can be below zero. For
an undirected pair the higher of the two, where both are known: in nearly half of the pairs one
is not, and it may be by far the greater.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "fdi_stock",
    "Stock of direct investment",
    "fraction of GDP",
    "UNCTAD, Bilateral FDI Statistics 2014",
    sources=("fdi", "gdp_nominal"),
    directed=True,
    fold="higher",
    low=float("-inf"),
)
