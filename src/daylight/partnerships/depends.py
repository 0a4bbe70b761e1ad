"""Where dependence comes from: the only place of this question that names its package."""

from __future__ import annotations

from daylight.dependence.all_pairs import PARTS, REQUIRED, Year, year
from daylight.dependence.leaning import Dependence, dependence
from daylight.dependence.newest import newest_of_state

__all__ = ["PARTS", "REQUIRED", "Dependence", "Year", "dependence", "newest_of_state", "year"]
