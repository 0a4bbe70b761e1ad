"""A number with its interval: the only way a result carries a measured value."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

from daylight.core.errors import NoInterval
from daylight.core.status import Status

LEVEL = 0.90
"""Probability that every interval in Daylight is built for, unless it says otherwise."""
Z = NormalDist().inv_cdf(0.5 + LEVEL / 2)
"""Standard deviations from the middle of a normal interval to its ends."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value, its interval, how many observations stand behind it, and its status.

    Attributes
    ----------
    value, lo, hi : float or None
        The estimate and the ends of its interval; None where there is no value.
    n : int or None
        Number of observations (roll calls, components), where that has a meaning.
    status : Status
        See :data:`daylight.core.status.Status`.
    level : float
        Probability of the interval.

    Raises
    ------
    NoInterval
        When it is formatted while it has a value but no interval.
    ValueError
        When the interval does not hold the value.
    """

    value: float | None
    lo: float | None = None
    hi: float | None = None
    n: int | None = None
    status: Status = "observed"
    level: float = LEVEL

    def __post_init__(self) -> None:
        if self.value is None or self.lo is None or self.hi is None:
            return
        if not self.lo <= self.value <= self.hi:
            raise ValueError(f"interval {self.lo} to {self.hi} does not hold {self.value}")

    def __format__(self, spec: str) -> str:
        if self.value is None:
            return self.status.replace("_", " ")
        if self.lo is None or self.hi is None:
            raise NoInterval(
                f"The value {self.value} has no interval; give lo and hi before showing it."
            )
        spec = spec or ".2f"
        return f"{self.value:{spec}} ({self.lo:{spec}} to {self.hi:{spec}})"

    def __str__(self) -> str:
        return format(self)

    @property
    def width(self) -> float | None:
        """Length of the interval, or None without one."""
        return None if self.lo is None or self.hi is None else self.hi - self.lo


def absent(status: Status, n: int | None = None) -> Estimate:
    """Return an estimate without a value, with the reason why."""
    return Estimate(None, None, None, n, status)
