"""How far the two are economically integrated, 0 to 6, 1950-2012.

0 none, 1 a preference that one gives the other, 2 a preferential trade agreement, 3 a free trade
agreement, 4 a customs union, 5 a common market, 6 an economic union. Where the two directions
differ the higher counts. The steps are in order, not at equal distances. States that the source
never names (North Korea, Serbia) are not known. `trade_agreement_depth` counts what is written
in the texts, and goes on to 2023.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "economic_integration",
    "Economic integration",
    "level, 0 to 6",
    "Baier & Bergstrand 2017, Database on Economic Integration Agreements",
    sources=("eia",),
    high=6.0,
)
