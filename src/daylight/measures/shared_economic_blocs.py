"""Economic blocs that both are full members of, at any time of the year."""

from __future__ import annotations

from daylight.measures.memberships import bloc_measure

MEASURE = bloc_measure("shared_economic_blocs", "Shared economic blocs", ("economic",))
