"""Share of a state's imports of major arms that come from another, over five years.

The value is of the recipient towards the supplier, over this year and the four before; 1 means
that everything came from there. A state that imported no major arms in those years has no
value. It is only in an atlas that was built with an export of the user's own. What a state
makes itself is not counted, so a large producer can depend on one seller for little.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "arms_dependence",
    "Dependence on arms imports",
    "fraction of imports of major arms in five years",
    "SIPRI Arms Transfers Database; Holtom, Bromley and Simmel 2012, SIPRI Fact Sheet",
    sources=("sipri_arms",),
    directed=True,
    high=1.0,
)
