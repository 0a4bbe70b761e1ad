"""Blocs of any kind that both are full members of, at any time of the year."""

from __future__ import annotations

from daylight.measures.memberships import bloc_measure

MEASURE = bloc_measure("shared_blocs", "Shared blocs", ("military", "political", "economic"))
