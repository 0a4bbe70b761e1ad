"""The kinds of dated fact: which ones matter most, and which two lists may both tell of."""

from __future__ import annotations

MAJOR = ("war", "beside", "rebels", "promise", "peace", "break", "mend")
"""Kinds that no other fact pushes out of a short list, but for loose promises of many."""
TROOPS_OF_ONE = ("beside", "rebels")
"""Kinds that come in many short spells, of which the newest of each text is major."""
BINDING = ("promise", "peace", "mend", "beside", "agreement", "aid", "trade", "investment")
DIVIDING = ("war", "force", "crisis", "rebels", "break", "sanctions")
"""What a fact does to the two; those in neither list can do either, and their text says which."""
REPEATED = ("veto", "council")
"""Kinds that come again and again with one text: a short list has the newest, with their number."""
RUNNING = ("aid",)
"""Kinds of which each fact is a total that takes the place of the one before."""
TREATIES = ("promise", "peace", "agreement", "trade", "investment", "bloc")
"""Kinds of which two in a year are two: they are one event only on about the same day."""


def does(kind: str) -> str:
    """Return ``binds`` or ``divides``, or an empty text for a kind that can do either."""
    return "binds" if kind in BINDING else "divides" if kind in DIVIDING else ""
