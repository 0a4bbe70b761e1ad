"""Agreements on civil nuclear cooperation that two states signed in ten years, this one included.

The source says when an agreement was signed and not how long it held, so a count of the last
ten years stands for those in force. An agreement counts as one, whether it gives a reactor or
safety training. Coverage ends in 2001, after which the file is not whole.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "nuclear_cooperation",
    "Civil nuclear cooperation agreements",
    "agreements signed in ten years",
    "Fuhrmann 2009, Journal of Conflict Resolution 53:181-208",
    sources=("nuclear_cooperation",),
)
