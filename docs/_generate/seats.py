"""The part on seats in the UN that are particular."""

from __future__ import annotations

from daylight.core.states import get
from daylight.core.un_seats import all_seats

from .markdown import grid


def seat_list() -> str:
    """List the seats about which something is to be said, with their days."""
    rows = [
        (get(s.cow).name_on(s.spell.start), s.cow, s.spell.start, s.spell.end or "", s.note)
        for s in all_seats()
        if s.note
    ]
    return grid(("votes of", "COW", "from", "to", "note"), rows)
