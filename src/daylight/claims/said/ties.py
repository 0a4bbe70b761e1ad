"""Words for what rose, fell or stayed, for those who decide about it."""

from __future__ import annotations

from daylight.claims.rows import words

ROSE = words("rose", "ties")
FELL = words("fell", "ties")
HELD = words("held", "ties")
