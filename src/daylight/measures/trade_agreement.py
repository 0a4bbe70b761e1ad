"""Whether the two have a trade agreement in force at any time of the year: 1 or 0.

Counted is every agreement of DESTA 2.2 (1948-2023) with a year of entry into force: customs
unions, free trade areas, partial and framework agreements, of two states or of many. A state
that joined counts from its own year. Agreements that DESTA does not hold count as none: the
Council for Mutual Economic Assistance is the greatest of them. Preferences that one side gives
alone, and agreements applied only provisionally without a year, are not counted.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "trade_agreement",
    "Trade agreement in force",
    "0 or 1",
    "Dür, Baccini & Elsig 2014, Review of International Organizations 9:353-375",
    sources=("desta",),
    high=1.0,
)
