"""The records that a question about a bond returns."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.level import Level
from daylight.bonds.peak import Peak
from daylight.bonds.point import Point
from daylight.core.answer import Answer
from daylight.core.estimate import Estimate
from daylight.core.refs import StateRef
from daylight.core.status import Status


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A pair that stands next to the one asked for."""

    a: StateRef
    b: StateRef
    value: float


@dataclass(frozen=True, slots=True)
class ComponentResult:
    """One component of a dimension for one pair.

    Attributes
    ----------
    fraction : bool
        Whether the value is a fraction, which readers know as a percentage.
    value : Estimate
        The measure itself, in `unit`. For a directed measure, folded as `fold` says.
    sign : {1, -1}
        -1 where more of the measure means a weaker tie; `position` is turned round then.
    forward, backward : Estimate or None
        For a directed measure: of the first state towards the second, and back.
    position : float or None
        Standing among all pairs of the year, 0 to 100, ties sharing the middle. For a measure
        with a natural zero: 0 without a tie, else the place among pairs that have one.
    without : float or None
        Position of the dimension if this component were left out.
    covered : tuple of int
        First and last covered year of the measure.
    """

    measure: str
    title: str
    unit: str
    fraction: bool
    weight: float
    sign: int
    required: bool
    fold: str
    reason: str
    value: Estimate
    forward: Estimate | None
    backward: Estimate | None
    position: float | None
    without: float | None
    covered: tuple[int, int]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """Position of a pair among all pairs in one dimension, or overall.

    Attributes
    ----------
    value, lo, hi : float or None
        Position, 0 to 100: the percentage of pairs with a lower index; 90 % interval for
        weights, measurement and gaps. None where the dimension has no value.
    index : float or None
        Weighted mean of the components' standings, which the position ranks.
    rank, of : int or None
        Place from the top, and the number of pairs ranked.
    status : Status
        ``outside_coverage`` when the sources do not reach `year`.
    year : int
        Year that the value is for.
    covered : tuple of int
        First and last year with values for any pair.
    history : tuple of Point
        Up to `year`, or to the end of coverage.
    above, below : tuple of Neighbour
        Pairs just above and just below.
    level : Level or None
        Latent level, which weighs the components by how well they hang together.
    levels : tuple of Point
        Its history, each year as it could be seen from that year.
    """

    dimension: str
    value: float | None
    lo: float | None
    hi: float | None
    index: float | None
    rank: int | None
    of: int | None
    status: Status
    year: int
    covered: tuple[int, int]
    components: tuple[ComponentResult, ...]
    history: tuple[Point, ...]
    above: tuple[Neighbour, ...]
    below: tuple[Neighbour, ...]
    level: Level | None = None
    levels: tuple[Point, ...] = ()

    @property
    def differs(self) -> float | None:
        """Percentile of the latent level less the position of the index, in points."""
        if self.level is None or self.value is None:
            return None
        return round(self.level.percentile - self.value, 2)

    @property
    def estimate(self) -> Estimate:
        """Position with its interval."""
        return Estimate(self.value, self.lo, self.hi, self.of, self.status)

    @property
    def last(self) -> Point | None:
        """Newest year with a value, or None."""
        return self.history[-1] if self.history else None


@dataclass(frozen=True, kw_only=True, repr=False)
class Bond(Answer):
    """How tightly two states are tied as of a date.

    Attributes
    ----------
    lineage_note : str or None
        Which states a history follows, when the COW number changes.
    weights : dict of str to float
        Weights given in place of the stated ones; empty for none.
    peaks : tuple of Peak
        Whether each dimension is stronger than in any year since `since`.
    """

    military: DimensionResult
    political: DimensionResult
    economic: DimensionResult
    overall: DimensionResult
    lineage_note: str | None
    weights: dict[str, float]
    since: int
    peaks: tuple[Peak, ...]

    @property
    def dimensions(self) -> tuple[DimensionResult, ...]:
        """The three dimensions, then the overall position."""
        return self.military, self.political, self.economic, self.overall
