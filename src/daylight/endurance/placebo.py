"""What the verdicts say of years of ties drawn at random, whatever happened in them."""

from __future__ import annotations

from collections.abc import Mapping

from daylight.endurance.records import Verdict

DATES = 1500
"""Dates that the shares are of: each is known to about two in a hundred."""
PLACEBO: Mapping[Verdict, float] = {
    "held": 0.354,
    "held in one dimension": 0.387,
    "dipped and recovered": 0.002,
    "fell": 0.080,
    "strained": 0.068,
    "broke": 0.029,
    "cannot tell": 0.079,
}
"""Shares of so many years of ties, 1955 to 2010, drawn at random; made by
``python benchmarks/breaks_exam.py``, which keeps them in docs/methods/breaks-figures.json."""
