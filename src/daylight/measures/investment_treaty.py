"""Whether the two have a bilateral investment treaty in force at any time of the year: 1 or 0.

Counted are the treaties of UNCTAD's Navigator from entry into force to termination, 1957-2024.
A treaty that was only signed is none. Investment chapters of trade agreements and treaties of
more than two parties (the Energy Charter) are not counted, nor the years for which a treaty
protects earlier investments after its end.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "investment_treaty",
    "Investment treaty in force",
    "0 or 1",
    "UNCTAD, International Investment Agreements Navigator; Elkins, Guzman & Simmons 2006, "
    "International Organization 60:811-846",
    sources=("bits",),
    high=1.0,
)
