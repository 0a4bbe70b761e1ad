"""Major arms that a state receives from another: log10(1 + mean yearly volume of five years).

The value is of the recipient towards the supplier, over this year and the four before. Volume
is SIPRI's trend-indicator value in millions: what the weapons would cost to make, not what was
paid. It is only in an atlas that was built with an export of the user's own. Small arms and
most ammunition are not in the register.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "arms_transfers",
    "Major arms received",
    "log10 of 1 + TIV millions a year, mean of five years",
    "SIPRI Arms Transfers Database; Holtom, Bromley and Simmel 2012, SIPRI Fact Sheet",
    sources=("sipri_arms",),
    directed=True,
    high=5.0,
)
