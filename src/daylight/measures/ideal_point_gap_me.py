"""Distance between the ideal points of two states in UN votes on the Middle East.

In units of the scale of all votes, to which every issue is tied: compare it with the distance on
another issue, or with `ideal_point_gap`. From smoothed estimates, each of which uses the votes of
all years.
"""

from __future__ import annotations

from daylight.measures.positions import position_gap

MEASURE = position_gap("ideal_point_gap_me", "Ideal-point distance: Middle East", "smoothed", "me")
