"""An amount of goods in dollars of the year, with the range of what is known."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, hypot

from daylight.core.estimate import Z


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount of goods in dollars of the year.

    Attributes
    ----------
    value : float
    sd : float
        Log standard deviation.
    year : int
    price : float
        Dollars of 2015 in one of the year.
    """

    value: float
    sd: float
    year: int
    price: float = 1.0

    @property
    def lo(self) -> float:
        """Lower end of the 90 % interval."""
        return self.value * exp(-Z * self.sd)

    @property
    def hi(self) -> float:
        """Upper end of the 90 % interval."""
        return self.value * exp(Z * self.sd)

    @property
    def told(self) -> str:
        """The amount with its interval, as people write it."""
        return amount(self.value, self.lo, self.hi)


def ratio(one: Flow, other: Flow) -> tuple[float, float, float]:
    """Return how many times the first the second is, with its 90 % interval."""
    sd = hypot(one.sd, other.sd)
    value = other.value / one.value
    return value, value * exp(-Z * sd), value * exp(Z * sd)


def money(dollars: float) -> str:
    """Write an amount as people do."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if dollars >= size:
            return f"${dollars / size:.3g} {word}"
    return f"${dollars:,.0f}"


def amount(value: float, lo: float, hi: float) -> str:
    """Write an amount with its interval."""
    return f"{money(value)} ({money(lo)} to {money(hi)})"
