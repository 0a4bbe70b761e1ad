"""Distance between the ideal points of two states, from votes up to that year only.

For forecasts and for what was known at a date: no later vote enters an estimate. It is less
precise than `ideal_point_gap`, and its scale is that of the votes up to the year.
"""

from __future__ import annotations

from daylight.measures.positions import position_gap

MEASURE = position_gap(
    "ideal_point_gap_filtered", "Ideal-point distance (votes to date)", "filtered"
)
