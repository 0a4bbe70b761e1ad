"""The records of a back-test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.answer import Answer


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill with its 90 % interval, over the weaker sides of the ties."""

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
    democracies : int or None
        How many sides were democracies, where the forecast goes by that.
    """

    tier: Literal["quiet", "warned"]
    forecast: float
    observed: float
    n: int
    democracies: int | None = None


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
class Finer:
    """How good forecasts were that go by the number of democracies too, where a tie is quiet.

    Attributes
    ----------
    log_skill : Skill
        Against the share of all ties.
    gain, gain_by_stronger : Skill
        Log skill against the shares of quiet and warned ties; for the second the interval
        resamples the stronger sides.
    brier_skill : float
        Against the share of all ties.
    auc_within_year : Skill or None
        How often, of two ties of one year, that of which it came had the higher forecast.
    reliability : tuple of Bin
        Ties of which the number is not known are left out.
    periods : tuple of Period
        The gain by the years in which forecasts were made.
    """

    log_skill: Skill
    gain: Skill
    gain_by_stronger: Skill
    brier_skill: float
    auc_within_year: Skill | None
    reliability: tuple[Bin, ...]
    periods: tuple[Period, ...]


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
    by_democracies : Finer
        Forecasts that say of a quiet tie how often quiet ties with as many democracies broke.
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
    by_democracies: Finer


@dataclass(frozen=True, kw_only=True, repr=False)
class Backtest(Answer):
    """How good forecasts of breaks would have been.

    Attributes
    ----------
    outcomes : tuple of Outcome
        Of breaks first, then of acts.
    """

    outcomes: tuple[Outcome, ...]
