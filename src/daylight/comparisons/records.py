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
        One of :data:`daylight.comparisons.apart.MEASURES`: a ledger, in points of 100, or
        ``place``, from 0, severe rivalry, to 1, security community.
    first, second : int
        Places of the two ties in the order asked for, from 0; the first is the earlier.
    verdict : {"higher", "lower", "not_apart", "not_known"}
        Of the first against the second. ``higher`` and ``lower``: the two 90 % bands lie apart by
        more than the margin; a band counts also where it is too wide for a number. ``not_apart``:
        they do not. ``not_known``: one of the two, or both, have no band.
    gap : float or None
        From the end of one band to the next end of the other, in points of 100 or on the scale of
        0 to 1, above the margin. None where the verdict is neither higher nor lower.
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
        The ties, in the order asked for.
    differences : tuple of Difference
        Of each tie against each later one, in each ledger and in the place.
    margin : float
        Points of 100 by which two bands must lie apart; on the scale of 0 to 1 a hundredth of it.
    """

    bonds: tuple[Bond, ...]
    differences: tuple[Difference, ...]
    margin: float

    def between(self, first: int, second: int) -> tuple[Difference, ...]:
        """Return how one tie differs from a later one, in each measure.

        Parameters
        ----------
        first, second : int
            Places of the two in `bonds`, the smaller first; of any others nothing is returned.
        """
        return tuple(d for d in self.differences if (d.first, d.second) == (first, second))
