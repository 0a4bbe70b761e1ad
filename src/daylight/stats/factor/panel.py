"""What the model sees: ordered categories of each indicator, for every unit and time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
MISSING = -1


@dataclass(frozen=True)
class Panel:
    """Indicators of U units at T consecutive times, as ordered categories.

    Attributes
    ----------
    category : ndarray of int8, shape (U, T, K)
        0 to ``sizes[k] - 1`` in the order of the indicator, or :data:`MISSING`. A unit that
        does not exist at a time is missing on everything.
    sizes : tuple of int
        Number of categories of each indicator, at least 2.
    signs : tuple of int
        +1 where more of the indicator means a higher level, -1 where it means a lower one.

    Raises
    ------
    BadInput
        When shapes, categories or signs do not fit each other.
    """

    category: NDArray[np.int8]
    sizes: tuple[int, ...]
    signs: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.category.ndim != 3 or self.category.shape[2] != len(self.sizes):
            raise BadInput("category must have the shape (units, times, indicators).")
        if len(self.signs) != len(self.sizes) or set(self.signs) - {1, -1}:
            raise BadInput("Every indicator needs a sign of +1 or -1.")
        if min(self.sizes, default=0) < 2:
            raise BadInput("Every indicator needs at least two categories.")
        low, high = self.category.min(initial=0), self.category.max(initial=0, axis=(0, 1))
        if low < MISSING or (high >= np.array(self.sizes)).any():
            raise BadInput("A category lies outside its indicator's range.")

    @cached_property
    def patterns(self) -> tuple[NDArray[np.int8], NDArray[np.int64]]:
        """Distinct rows of categories, shape (P, K), and which one each cell has, (U, T)."""
        key = np.zeros(self.category.shape[:2], np.int64)
        for k, size in enumerate(self.sizes):
            key = key * (size + 1) + (self.category[:, :, k].astype(np.int64) + 1)
        _, first, which = np.unique(key, return_index=True, return_inverse=True)
        rows = self.category.reshape(-1, len(self.sizes))[first]
        return rows, which.reshape(key.shape)

    def units(self, which: Ints) -> Panel:
        """Return the panel of some units."""
        return replace(self, category=self.category[which])

    def without(self, indicators: Ints) -> Panel:
        """Return the panel with some indicators missing everywhere."""
        category = self.category.copy()
        category[:, :, indicators] = MISSING
        return replace(self, category=category)
