"""Share of a's recorded energy imports that comes from b, 0 to 1, by value.

The value is of the buyer towards the seller. Energy is crude oil, LNG, pipeline gas and coal, not
refined products, power or nuclear fuel; it is imports only, so a state that needs few of them can
still have a high share. Rounded to hundredths: zero is less than half a hundredth.

Much gas is kept secret and oil under sanctions changes its name. Where that is known of a pair
it has no value (Germany or Türkiye from Russia, China from Iran after 2018), and a state whose
main supply is hidden has none at all (Belarus from 2021, Türkiye from 1999). Shares of other
suppliers are of what is recorded, so they are too high where a flow is hidden: for Germany by up
to a third. Also not known: two states that both publish no trade, and states not in the data.

For an undirected pair the lower of the two, where both are known. One that is not known may be
the hidden flow itself, so the other alone says nothing of the pair: Russia buys none from Germany.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "energy_dependence",
    "Energy dependence",
    "share of recorded energy imports",
    "Gaulier & Zignago 2010, CEPII Working Paper 2010-23",
    sources=("energy",),
    directed=True,
    fold="lower",
    high=1.0,
)
