"""How well rates like those of an answer told which ties broke, in forecasts of the past."""

from __future__ import annotations

FORETOLD = (0.752, 0.699, 0.796)
"""Of two ties of one year, of which one broke within four years and the other did not, how often
the first had the higher rate by standing and democracies, two alike counting half, with its 90 %
interval: forecasts of 1970 to 2010, each from what was known by then. Made by
``python benchmarks/breaks_exam.py``, which keeps it in docs/methods/breaks-figures.json."""
