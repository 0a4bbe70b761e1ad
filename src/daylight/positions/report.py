"""How an estimation went, in numbers and as text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from daylight.positions.anchors import Anchor
from daylight.positions.records import Comparison
from daylight.store.schemas import PointKind, VoteSet

Method = Literal["fit", "published sampler"]


@dataclass(frozen=True, slots=True)
class FitReport:
    """Sizes, time and diagnostics of one estimation; names as in its diagnostics.

    See :class:`daylight.stats.ideal_points.Diagnostics` for what the numbers mean, and
    :func:`daylight.stats.ideal_points.sampled` for what they mean of the published sampler.
    """

    method: Method
    sample: Literal["reference", "atlas"]
    votes: VoteSet
    clock: Literal["years", "sessions"]
    kind: PointKind
    n_votes: int
    n_items: int
    n_rollcalls: int
    n_states: int
    n_estimates: int
    seconds_reading: float
    seconds: float
    iterations: int
    converged: bool
    change: float
    pull: float
    tilt: float
    shift: float
    scale: float
    grid_step: float
    unresolved: int
    uninformed: tuple[int, ...]
    anchors: tuple[Anchor, ...] = ()
    comparison: Comparison | None = None

    def against(self, comparison: Comparison) -> FitReport:
        """Return the report with a comparison."""
        return replace(self, comparison=comparison)

    def __str__(self) -> str:
        unit = "session" if self.clock == "sessions" else "year"
        name = "the reference sample of April 2020" if self.sample == "reference" else "the votes"
        lines = [
            f"Ideal points, {self.kind}, {self.votes} votes, from {name}",
            f"{self.n_votes:,} votes on {self.n_items:,} items ({self.n_rollcalls:,} roll calls) "
            f"by {self.n_states} states: {self.n_estimates:,} estimates by state and {unit}",
        ]
        lines += self._by_fit() if self.method == "fit" else self._by_sampler()
        if self.uninformed:
            lines += [f"{len(self.uninformed)} states have no informative vote: {self.uninformed}"]
        lines += self._anchors()
        return "\n".join(lines + ([str(self.comparison)] if self.comparison else []))

    def _anchors(self) -> list[str]:
        if not self.anchors:
            return []
        inside = sum(one.inside for one in self.anchors)
        head = "published, with its 90 % interval, and here: "
        count = f"{inside} of {len(self.anchors)} inside"
        return [head + count, *(f"  {one}" for one in self.anchors)]

    def _by_fit(self) -> list[str]:
        end = "converged" if self.converged else "NOT converged"
        return [
            f"{self.seconds:.1f} s after {self.seconds_reading:.1f} s of reading, "
            f"{self.iterations} iterations, {end}: last step {self.change:.3f} sd",
            f"scale: mean {self.shift:.4f}, sd {self.scale:.4f} before the last standardisation; "
            f"pull {self.pull:.2f}, tilt {self.tilt:.2f}",
            f"grid step {self.grid_step:.3f}; {self.unresolved} estimates sharper than it shows",
        ]

    def _by_sampler(self) -> list[str]:
        end = "settled" if self.converged else "NOT settled: take more sweeps"
        return [
            f"by the published sampler: {self.iterations:,} sweeps in {self.seconds:.0f} s after "
            f"{self.seconds_reading:.1f} s of reading",
            f"{end}; means of the two halves differ by {self.change:.2f} sd at most",
            f"scale: mean {self.shift:.4f}, sd {self.scale:.4f} of the posterior means",
        ]
