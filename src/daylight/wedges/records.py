"""The answer to what it would take to pull two states apart."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.wedges.assumed.records import Assumed
from daylight.wedges.measured.records import Measured
from daylight.wedges.tried.records import Tried


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
    tried : Tried
        Attempts like it, and what came of them.
    assumed : Assumed or None
        What follows from the scenario of the reader; None without one.
    anchor : str or None
        Of what the measured frequency is that the scenario is held to.
    """

    divider: Divider
    measured: Measured
    tried: Tried
    assumed: Assumed | None
    anchor: str | None
