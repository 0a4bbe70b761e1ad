"""How deep the deepest trade agreement in force between the two is, 0 to 7.

The depth of a text is the number of these it holds (DESTA's additive index): all tariffs cut
to nothing with few exceptions, and substantive rules on standards, investment, services, public
procurement, competition and intellectual property. It says what is written, not what is done.
Zero is no agreement in force, or one without any of the seven; `trade_agreement` tells them
apart. Not known where the newest agreement has no coded text (the Eurasian Economic Union,
RCEP, CPTPP, the African Continental Free Trade Area, the European Union with the United Kingdom).
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "trade_agreement_depth",
    "Depth of trade agreement",
    "provisions, 0 to 7",
    "Dür, Baccini & Elsig 2014, Review of International Organizations 9:353-375",
    sources=("desta",),
    high=7.0,
)
