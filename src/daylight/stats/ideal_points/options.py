"""Choices of the ideal-point model, with the reason for each default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from daylight.core.errors import BadInput

Clock = Literal["calendar", "information"]
Absences = Literal["dropped", "modelled"]

ANCHORS: Mapping[Any, int] = MappingProxyType({2: 1, 20: 1, 200: 1, 666: 1, 365: -1})
"""COW numbers: USA, Canada, United Kingdom and Israel positive, USSR/Russia negative."""


@dataclass(frozen=True, slots=True)
class FitOptions:
    """Options of :func:`fit` and :func:`filtered`.

    Attributes
    ----------
    innovation : float
        Variance of a state's move from one period to the next, in squared units of the
        standardised scale. 0.25 is the value at equal numbers of votes in Bailey, Strezhnev
        & Voeten (2017). Below 4e-4 it cannot be told from 4e-4 on the finest grid.
    clock : {"calendar", "information"}
        "calendar": the variance is always `innovation`. "information": it is
        ``2 innovation n_t / (n_t + n_prev)`` as in that paper, so that a period with few votes
        is taken to be like the one before; where states do move, its intervals then cover
        about 75 % instead of 90 % (simulated). With ordinary periods the two agree to two
        digits. In both a gap of g periods multiplies the variance by g.
    entry_sd : float
        A state not yet seen is drawn from N(0, entry_sd**2): 1 is the pooled population.
    pull : float or None
        Weight of the mean reversion that keeps levels finite where votes do not identify
        them (a bloc at one end of nearly every item). None: solved so that the posterior
        itself has pooled mean 0 and variance 1, see :mod:`.inference.identify`.
    background_sd : float
        Sd of the normal around a state's position by other votes, where such are given to the
        fit, in sds of these (see :mod:`.model.background`).
    discrimination_sd : float
        Item discriminations are N(0, sd**2); 1 as in the paper.
    cutpoint_sd : float
        Cutpoints are N(0, sd**2), ordered. The paper truncates a flat prior at 7.
    grid_limit, grid_step : float
        Positions are summed over a grid from -limit to limit; none can lie farther out. The
        step is refined to the posterior sds found; `grid_step` is the coarsest allowed.
    tolerance : float
        Stop when no position changes by more than this many posterior sds per iteration.
    max_iterations : int
        Stop there at the latest; the result says that it did not converge.
    level : float
        Coverage of the intervals.
    anchors : mapping of state to +1 or -1
        Fix the sign. Anchors absent from the votes are ignored; with none present the end
        where states say no more often is positive.
    answer_bound : float or None
        Keep latent answers within plus or minus this, see :mod:`.model.answer_bound`; 9 in the
        sampler of the published estimates, for comparison with these. None: not bounded.
    item_uncertainty : bool
        Widen the intervals for the uncertainty of the items' parameters.
    absences : {"dropped", "modelled"}
        "dropped": as if an absent state had not been a member; nothing is lost where absence
        does not depend on what a state would have said. "modelled": it may, see
        :mod:`.model.absence`; only in :func:`fit`.
    """

    innovation: float = 0.25
    clock: Clock = "calendar"
    entry_sd: float = 1.0
    pull: float | None = None
    background_sd: float = 2.0
    discrimination_sd: float = 1.0
    cutpoint_sd: float = 3.0
    grid_limit: float = 6.0
    grid_step: float = 0.2
    tolerance: float = 0.02
    max_iterations: int = 150
    level: float = 0.90
    anchors: Mapping[Any, int] = field(default_factory=lambda: ANCHORS)
    answer_bound: float | None = None
    item_uncertainty: bool = True
    absences: Absences = "dropped"

    def __post_init__(self) -> None:
        for name in (
            "innovation",
            "entry_sd",
            "background_sd",
            "discrimination_sd",
            "cutpoint_sd",
            "grid_limit",
            "grid_step",
            "tolerance",
            "max_iterations",
        ):
            if not getattr(self, name) > 0:
                raise BadInput(f"{name} must be positive; got {getattr(self, name)}")
        if not 0 < self.level < 1:
            raise BadInput(f"level must lie between 0 and 1; got {self.level}")
        if self.clock not in ("information", "calendar"):
            raise BadInput(f"clock must be 'information' or 'calendar'; got {self.clock!r}")
        if self.absences not in ("dropped", "modelled"):
            raise BadInput(f"absences must be 'dropped' or 'modelled'; got {self.absences!r}")
        if self.answer_bound is not None and not self.answer_bound > 0:
            raise BadInput(f"answer_bound must be positive; got {self.answer_bound}")
        if self.pull is not None and self.pull < 0:
            raise BadInput(f"pull must not be negative; got {self.pull}")
        if set(self.anchors.values()) - {1, -1}:
            raise BadInput(f"anchors must be +1 or -1; got {dict(self.anchors)}")
