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
class Period:
    """How good the forecasts of some years were.

    Attributes
    ----------
    name : str
        First and last year in which they were made; or the years that none of them looks at.
    n, events : int
        Forecasts, and those of which it came.
    log_skill : Skill
    """

    name: str
    n: int
    events: int
    log_skill: Skill


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
    periods : tuple of Period
        The same for forecasts of 1970 to 1989, of 1990 to 2010, and without those whose years ahead
        touch 1989 to 1991, where it came in any.
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
    periods: tuple[Period, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class Backtest(Answer):
    """How good forecasts of breaks would have been.

    Attributes
    ----------
    outcomes : tuple of Outcome
        Of breaks first, then of acts.
    """

    outcomes: tuple[Outcome, ...]
