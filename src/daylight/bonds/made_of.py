"""Whether the index of a dimension is made of the same components in two years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

MOST_OTHER = 0.1
"""Share of the weight that may rest on components that cover only one of two years."""


class Weighted(Protocol):
    """A component with its weight and the years it covers."""

    @property
    def weight(self) -> float:
        """Share in the index."""

    @property
    def covered(self) -> tuple[int, int]:
        """First and last covered year."""


def comparable(components: Iterable[Weighted], one: int, two: int) -> bool:
    """Return whether two years are made of nearly the same components."""
    other = sum(c.weight for c in components if _in(c, one) != _in(c, two))
    return other <= MOST_OTHER + 1e-9


def _in(component: Weighted, year: int) -> bool:
    return component.covered[0] <= year <= component.covered[1]
