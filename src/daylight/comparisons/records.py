"""The records of several ties side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.bonds.records import Bond
from daylight.core.answer import Answer

Verdict = Literal["higher", "lower", "not_apart", "not_known"]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one tie differs from another in one ledger, or in its place on the peace scale.

    Attributes
    ----------
    what : str
        One of the six ledgers, or ``place``.
    first, second : int
        Places of the two ties in the order asked for.
    verdict : {"higher", "lower", "not_apart", "not_known"}
        Of the first against the second. Higher and lower where the two bands lie apart by more
        than the margin, also where a band is too wide for a number; ``not_known`` where one of the
        two has no band.
    gap : float or None
        Between the two bands, in points or on the scale; None where they are not apart.
    """

    what: str
    first: int
    second: int
    verdict: Verdict
    gap: float | None


@dataclass(frozen=True, kw_only=True, repr=False)
class Comparison(Answer):
    """Several ties as of one date.

    Attributes
    ----------
    bonds : tuple of Bond
        In the order asked for.
    differences : tuple of Difference
        Of each tie against each later one, by ledger and by place.
    margin : float
        Points by which two bands must lie apart; on the scale a hundredth of that.
    """

    bonds: tuple[Bond, ...]
    differences: tuple[Difference, ...]
    margin: float

    def between(self, first: int, second: int) -> tuple[Difference, ...]:
        """Return how one tie differs from a later one."""
        return tuple(d for d in self.differences if (d.first, d.second) == (first, second))
