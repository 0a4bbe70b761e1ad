"""The records of ties that were like one."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.components import Dimension
from daylight.core.answer import Answer
from daylight.core.refs import StateRef


@dataclass(frozen=True, slots=True)
class Analogue:
    """A pair and year with a like profile.

    Attributes
    ----------
    a, b : StateRef
    year : int
        The year of the pair that is nearest.
    levels : dict of str to float
        Latent levels by dimension, in standard deviations.
    distance : float
        Root mean square difference of the levels.
    """

    a: StateRef
    b: StateRef
    year: int
    levels: dict[str, float]
    distance: float


@dataclass(frozen=True, kw_only=True, repr=False)
class Analogues(Answer):
    """Pairs whose profile was nearest to that of a pair.

    Attributes
    ----------
    profile_year : int
        Last year not after the date in which the pair has levels in all `dimensions`.
    dimensions : tuple of str
        Dimensions compared.
    levels : dict of str to float
        The pair's own.
    error : float
        Root mean square of the sds of the pair's levels: analogues nearer to each other than
        this cannot be told apart.
    nearest : tuple of Analogue
        Nearest first, each pair once.
    """

    profile_year: int
    dimensions: tuple[Dimension, ...]
    levels: dict[str, float]
    error: float
    nearest: tuple[Analogue, ...]
