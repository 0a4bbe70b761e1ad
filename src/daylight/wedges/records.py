"""The answer to what it would take to pull two states apart."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.wedges.measured.records import Measured


@dataclass(frozen=True, slots=True)
class Divider:
    """The outside power: a state, or a bloc.

    Attributes
    ----------
    name : str
        As it stands in a sentence.
    bloc : str or None
        Id of the bloc; None for a state, which stands in the request.
    """

    name: str
    bloc: str | None


@dataclass(frozen=True, kw_only=True, repr=False)
class Wedge(Answer):
    """Three answers to one question, side by side and never averaged.

    Attributes
    ----------
    divider : Divider
    measured : Measured
        How often such ties broke, under which conditions, and who leans on whom.
    """

    divider: Divider
    measured: Measured
