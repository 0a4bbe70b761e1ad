"""Visits of leaders between the United States and another state that begin in the year.

A visit is a stay of the president or the secretary of state in the other state, or of its head
of state or government in the United States. All three count alike, and a visit counts once
whatever its length and reason: a summit of many states counts like a talk of two, so hosts of
conferences stand high, and a meeting in a third state counts for that state alone (Geneva 1985).
From the 1970s on most visits are those of secretaries.

Only pairs with the United States are covered, 1874 to 2023; for them no visit is zero. All other
pairs are missing: no list of the visits of other leaders was found that says what it covers.
Air travel makes years of different eras incomparable; compare within a year.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "leader_visits",
    "Visits of leaders, to or from the United States",
    "visits that begin in the year",
    "Lebovic & Saunders 2016, International Studies Quarterly 60:107-123",
    sources=("leader_visits",),
)
