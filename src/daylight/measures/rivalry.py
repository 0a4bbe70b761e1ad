"""Whether the two are strategic rivals in the year: 1 or 0.

Rivals see each other as competitors, as threats and as enemies, in the judgement of the
authors from diplomatic histories; no dispute is needed. High is a bad tie. First and last year
of a rivalry both count. The list was closed with 2020: rivalries that went on are cut off
there, and which year a rivalry ended in is often seen only later. Not directed.
"""

from __future__ import annotations

from daylight.measures.ties import tie_measure

MEASURE = tie_measure(
    "rivalry",
    "Strategic rivalry",
    "0 or 1",
    "Thompson, Sakuwa & Suhas 2021, Analyzing Strategic Rivalries in World Politics, Springer",
    sources=("rivalries",),
    high=1.0,
)
