"""Words for agreement beyond chance, and the numbers they stand for."""

from __future__ import annotations

CLOSENESS = ((0.6, "close"), (0.2, "fairly close"), (-0.2, "not aligned"))
APART = "opposed"


def closeness(kappa: float) -> str:
    """Return the word for agreement beyond chance."""
    return next((word for least, word in CLOSENESS if kappa >= least), APART)
