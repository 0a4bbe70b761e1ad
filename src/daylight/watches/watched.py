"""What can be watched of a tie, and how much of a move is told."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.store.schemas.ledgers import LEDGERS

POINTS, CHANCE = 5.0, 0.05
"""Least move that is told: of a ledger in points of 100, of a chance from 0 to 1."""
TIE, FACTS = "tie", "facts"


@dataclass(frozen=True, slots=True)
class Watchable:
    """One thing that can be watched.

    Attributes
    ----------
    name, title : str
    margin : float or None
        Least move that is told; None of what is told in words.
    """

    name: str
    title: str
    margin: float | None


WATCHABLE: dict[str, Watchable] = {
    one.name: one
    for one in (
        Watchable("relationship", "how the two stand", None),
        Watchable(TIE, "the tie, by what holds it", None),
        Watchable("p_rivalry", "chance of rivalry", CHANCE),
        Watchable("p_warm", "chance of warm peace", CHANCE),
        *(Watchable(name, name.replace("_", " "), POINTS) for name in LEDGERS),
        Watchable(FACTS, "dated facts", None),
    )
}
