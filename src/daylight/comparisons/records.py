"""The record of several ties side by side."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.records import Bond
from daylight.core.answer import Answer


@dataclass(frozen=True, kw_only=True, repr=False)
class Comparison(Answer):
    """Several ties as of one date.

    Attributes
    ----------
    bonds : tuple of Bond
        In the order asked for.
    stronger : dict of str to tuple of float or None
        By dimension: the probability that the latent level of the first tie is above that of
        each other one in the year; None where either has no level.
    """

    bonds: tuple[Bond, ...]
    stronger: dict[str, tuple[float | None, ...]]
