"""Two states written as one text."""

from __future__ import annotations

import re

PAIR = re.compile(r"((?:(?:GW|COW):)?[^:]+):((?:(?:GW|COW):)?[^:]+)", re.IGNORECASE)


def pair(text: str) -> tuple[str, str] | None:
    """Return the two names of ``RUS:IRN``, or None where it is no pair."""
    match = PAIR.fullmatch(text.strip())
    return (match[1], match[2]) if match else None
