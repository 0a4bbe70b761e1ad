"""The records of a back-test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.answer import Answer


@dataclass(frozen=True, slots=True)
class Skill:
    """A log skill with its 90 % interval, over the weaker sides of the ties."""

    value: float
    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of one tier: their mean, how many came, of how many.

    Attributes
    ----------
    tier : {"quiet", "warned"}
    forecast, observed : float
        0 to 1.
    n : int
    """

    tier: Literal["quiet", "warned"]
    forecast: float
    observed: float
    n: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How good the forecasts of one outcome at one horizon were.

    Attributes
    ----------
    name : {"break", "act"}
        A break; or the next act alone: a treaty left, hostility, a bloc left.
    horizon : int
        Years ahead.
    first, last : int
        Years in which the forecasts were made.
    n, events : int
        Forecasts, and those of which it came; one break counts in several.
    log_skill : Skill
        Of the share of the tier (quiet or warned) against that of all ties.
    brier_skill : float
    auc_within_year : float or None
    reliability : tuple of Bin
    """

    name: Literal["break", "act"]
    horizon: int
    first: int
    last: int
    n: int
    events: int
    log_skill: Skill
    brier_skill: float
    auc_within_year: float | None
    reliability: tuple[Bin, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class Backtest(Answer):
    """How good forecasts of breaks would have been.

    Attributes
    ----------
    outcomes : tuple of Outcome
        Of breaks first, then of acts.
    """

    outcomes: tuple[Outcome, ...]
