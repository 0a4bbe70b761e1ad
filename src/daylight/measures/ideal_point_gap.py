"""Distance between the ideal points of two states in UN votes, in standard deviations.

From smoothed estimates, each of which uses the votes of all years: the best description of the
past. To forecast, or to say what was known at a date, use `ideal_point_gap_filtered`. The years
up to the last full one are covered.
"""

from __future__ import annotations

from daylight.measures.positions import position_gap

MEASURE = position_gap("ideal_point_gap", "Ideal-point distance", "smoothed")
