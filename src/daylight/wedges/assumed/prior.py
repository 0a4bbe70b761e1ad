"""What somebody holds possible: one number, a range, or a range with a likely value."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """An assumed amount or chance.

    Attributes
    ----------
    low, high : float
        Ends of the range; the same for a single number.
    likely : float or None
        The most likely value: chances fall in a straight line to both ends (a triangle). None
        where all values of the range are as likely (uniform).
    """

    low: float
    likely: float | None
    high: float

    @property
    def single(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    @property
    def middle(self) -> float:
        """The value that lies with one chance in two above, and one in two below."""
        return float(self.quantile(0.5))

    def quantile(self, part: ArrayLike) -> Floats:
        """Return the values below which lie these parts, 0 to 1, of what is held possible."""
        u = np.asarray(part, float)
        span = self.high - self.low
        if self.likely is None or span == 0:
            return np.asarray(np.clip(self.low + u * span, self.low, self.high))
        left, right = self.likely - self.low, self.high - self.likely
        rising = self.low + np.sqrt(u * span * left)
        falling = self.high - np.sqrt((1 - u) * span * right)
        return np.asarray(np.clip(np.where(u * span < left, rising, falling), self.low, self.high))


def one(value: float) -> Prior:
    """Return a single number."""
    return Prior(value, value, value)


NOTHING = one(0.0)
ANY_CHANCE = Prior(0.0, None, 1.0)
"""Nothing is known of a chance."""


def ordered(numbers: tuple[float, ...]) -> Prior | None:
    """Return one, two or three numbers as what is held possible; None where they do not rise."""
    if any(not math.isfinite(x) for x in numbers) or list(numbers) != sorted(numbers):
        return None
    likely = {1: numbers[0], 2: None, 3: numbers[len(numbers) // 2]}[len(numbers)]
    return Prior(numbers[0], likely, numbers[-1])
