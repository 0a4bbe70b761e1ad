"""How many runs a chance rests on."""

from __future__ import annotations

RUNS = 50
