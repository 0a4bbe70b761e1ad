"""Two columns of one sheet: how tall its parts are, and where the second column begins.

The library that lays out cannot be trusted with columns of its own: it fails on some that are
full. So each part is measured in one long column, and the columns are two boxes side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SPARE = 8.0
"""Pixels that stay free on a sheet, for what rounding adds."""


@dataclass(frozen=True, slots=True)
class Heights:
    """How tall the parts of a sheet are, in pixels of the style sheet.

    Attributes
    ----------
    head, foot : float
        What stands above and below the columns.
    parts : tuple of float
        What stands in them, in reading order.
    """

    head: float
    parts: tuple[float, ...]
    foot: float

    def split(self) -> tuple[int, float]:
        """Return how many parts the first column has, and how tall the longer column is."""
        tall = self.parts
        best = min(range(1, len(tall) + 1), key=lambda k: max(sum(tall[:k]), sum(tall[k:])))
        return best, max(sum(tall[:best]), sum(tall[best:]))

    @property
    def around(self) -> float:
        """How tall all is that stands above and below the columns."""
        return self.head + self.foot + SPARE


def heights(tops: Mapping[str, float], names: Sequence[str], start: float) -> Heights:
    """Return the heights of parts that were laid out one below the other.

    Parameters
    ----------
    tops : mapping of str to float
        Where each part begins, by its id.
    names : sequence of str
        Ids of the parts in reading order, then of the foot and of the end.
    start : float
        Where the page begins.
    """
    places = [tops[name] for name in names]
    steps = [below - top for top, below in pairwise(places)]
    return Heights(places[0] - start, tuple(steps[:-1]), steps[-1])
