"""What a fit returns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray

from .data import Floats, Ints

RESOLVED = 0.6
"""Grid steps per sd below which sums over the grid lose accuracy."""


@dataclass(frozen=True, slots=True)
class Items:
    """Item parameters on the standardised scale, arrays of shape (J,).

    A state at theta says yes with probability ``Phi(cut_yes - b theta)`` and no with
    ``Phi(b theta - cut_no)``, b the `discrimination`: with b > 0 states at the positive end say
    no more often.
    """

    item: NDArray[Any]
    discrimination: Floats
    cut_yes: Floats
    cut_no: Floats


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """How the fit went.

    Attributes
    ----------
    iterations : int
        For a filter, summed over periods.
    converged : bool
    change : float
        Largest last move of a position, in posterior sds; for a sampler the largest difference
        between the means of two halves of the draws.
    log_posterior : float
        Marginal log posterior of the items at the end, up to a constant (NaN for a filter or a
        sampler).
    seconds : float
    votes, items, states, periods : int
        Sizes after uninformative votes were dropped.
    uninformed : tuple
        States all of whose votes were on unanimous items: they have no row.
    pull, tilt : float
        Solved mean reversion (see :mod:`.inference.identify`); NaN for a sampler.
    shift, scale : float
        Pooled mean and sd of the posterior means before the last standardisation: far from
        0 and 1 if the metric condition could not be met.
    absence : tuple of three floats, or None
        Where absences are modelled: how often states that would say yes, abstain and no stay
        away, relative to yes.
    grid_step : float
        Final step (NaN for a sampler). A posterior sd below 0.6 of it is not resolved:
        `unresolved` counts them.
    unresolved : int
    """

    iterations: int
    converged: bool
    change: float
    log_posterior: float
    seconds: float
    votes: int
    items: int
    states: int
    periods: int
    uninformed: tuple[Any, ...]
    pull: float
    tilt: float
    shift: float
    scale: float
    grid_step: float
    unresolved: int
    absence: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class IdealPoints:
    """Positions with intervals, one entry per state-period, sorted by period, then state.

    Attributes
    ----------
    state, period : ndarray, shape (N,)
    theta : ndarray, shape (N,)
        Posterior mean; pooled over all state-periods mean 0, sd 1.
    sd : ndarray, shape (N,)
        Posterior sd, item uncertainty included.
    lo, hi : ndarray, shape (N,)
        Equal-tailed interval of coverage `level`; need not be symmetric around `theta`.
    rho : ndarray, shape (N,)
        Posterior correlation of the position with the same state's position in the entry before;
        NaN for a state's first entry and for filtered estimates (see :mod:`.inference.lag`).
    n_votes : ndarray of int, shape (N,)
        Informative votes behind the entry.
    level : float
    items : Items
    diagnostics : Diagnostics
    """

    state: NDArray[Any]
    period: Ints
    theta: Floats
    sd: Floats
    lo: Floats
    hi: Floats
    rho: Floats
    n_votes: Ints
    level: float
    items: Items
    diagnostics: Diagnostics

    def __len__(self) -> int:
        return len(self.theta)

    def of(self, state: Any) -> IdealPoints:
        """Return the entries of one state, in order of time."""
        mine = self.state == state
        return replace(self, **{name: getattr(self, name)[mine] for name in _ENTRIES})


_ENTRIES = ("state", "period", "theta", "sd", "lo", "hi", "rho", "n_votes")
