"""How many third states are strategic rivals of both in the year.

Common enemies, with no promise behind them: Israel and Saudi Arabia share Iran since 1979 and
never made a pact. States with many rivals share more of them by that alone. Only rivals in the
state system count. Rivalries are those of :mod:`daylight.measures.rivalry`, to 2020. Not
directed.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "shared_rivals",
    "Rivals in common",
    "states",
    "Thompson, Sakuwa & Suhas 2021, Analyzing Strategic Rivalries in World Politics, Springer",
    sources=("rivalries",),
)
