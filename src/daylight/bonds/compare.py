"""The question which of several ties is the stronger, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from daylight.bonds.bond import bond
from daylight.bonds.components import DIMENSIONS
from daylight.bonds.level import levels_of, stronger
from daylight.bonds.records import Bond
from daylight.core.errors import BadInput
from daylight.core.lookup import resolve
from daylight.core.periods import as_of
from daylight.core.states import State
from daylight.store.atlas import Atlas, current

MOST = 6
Pair = tuple[str | int | State, str | int | State]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several ties as of one date.

    Attributes
    ----------
    bonds : tuple of Bond
        In the order asked for.
    stronger : dict of str to tuple of float or None
        By dimension: the probability that the latent level of the first tie is above that of
        each other one in the year; None where either has no level.
    """

    as_of: date
    year: int
    bonds: tuple[Bond, ...]
    stronger: dict[str, tuple[float | None, ...]]

    def __str__(self) -> str:
        """Return the result as text for a terminal."""
        from daylight.bonds.compare_text import render

        return render(self)


def compare(
    pairs: Sequence[Pair], when: str | int | None = None, atlas: Atlas | None = None
) -> Comparison:
    """Set ties side by side: positions, latent levels, and how surely the first is stronger.

    Parameters
    ----------
    pairs : sequence of (state, state)
        Two to six pairs.
    when : str or int, optional
        Date to answer for; the newest by default.

    Raises
    ------
    BadInput
        With fewer than two pairs, more than six, or one twice.
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    if not 2 <= len(pairs) <= MOST:
        raise BadInput(f"Give two to {MOST} pairs to compare; got {len(pairs)}.")
    book = atlas or current()
    day = as_of(when, book.last)
    states = [(resolve(a, day.date), resolve(b, day.date)) for a, b in pairs]
    if len({frozenset((a.cow, b.cow)) for a, b in states}) < len(states):
        raise BadInput("A pair is given twice; give different ones to compare.")
    bonds = tuple(bond(a, b, day.date.isoformat(), atlas=book) for a, b in pairs)
    first, *others = (levels_of(book, a, b, day.year) for a, b in states)
    chances: dict[str, tuple[float | None, ...]] = {}
    for d in DIMENSIONS:
        found = [stronger(first[d], other[d], day.year) for other in others]
        chances[d] = tuple(None if p is None else round(p, 3) for p in found)
    return Comparison(day.date, day.year, bonds, chances)
