"""The records that a question about divergence returns."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.core.estimate import Estimate
from daylight.core.refs import StateRef
from daylight.divergences.position_gaps import GapRecord, PositionGap


@dataclass(frozen=True, slots=True)
class Gap:
    """How two states voted on one issue over a window of years.

    Attributes
    ----------
    issue, title : str
        Code and name of the issue; ``all`` for all votes.
    agreement : Estimate
        Share of common roll calls with the same vote.
    kappa : Estimate
        Agreement beyond chance: 1 full, 0 what the habits of the two would give, below 0
        less than that. Undefined where either state always voted alike.
    position : float or None
        Percentage of pairs with a lower kappa on this issue in the window.
    n : int
        Roll calls in which both voted yes, abstained or voted no.
    held : int
        Recorded votes on the issue in the window.
    """

    issue: str
    title: str
    agreement: Estimate
    kappa: Estimate
    position: float | None
    n: int
    held: int


@dataclass(frozen=True, slots=True)
class YearGap:
    """One year of one issue."""

    year: int
    issue: str
    agreement: Estimate
    kappa: Estimate


@dataclass(frozen=True, slots=True)
class Outside:
    """All votes of one of the two with the outside power, over the same window."""

    state: StateRef
    power: StateRef
    gap: Gap


@dataclass(frozen=True, kw_only=True, repr=False)
class Divergence(Answer):
    """Where two states part in recorded UN votes, as of a date.

    Attributes
    ----------
    window : (int, int)
        First and last year pooled for `overall` and `issues`.
    issues : tuple of Gap
        Fewest votes alike first; issues without common votes last.
    history : tuple of YearGap
        Every year and issue up to the window's end.
    closest, farthest : tuple of str
        Codes of the issues that may be the closest and the farthest at 90 %, both by votes alike
        and by distance, the likeliest first; empty where these do not tell the two ends apart.
    narrowest, widest : int or None
        Years that are surely closest and farthest apart over all votes: the highest lower end
        and the lowest upper end of kappa, among years with at least `least` common roll calls.
    outside : tuple of Outside
        Both states against the outside power, where one was named.
    positions : tuple of PositionGap
        Distances between their positions in the last full year, all votes first.
    record : GapRecord or None
        Whether that over all votes is a record.
    """

    window: tuple[int, int]
    overall: Gap
    issues: tuple[Gap, ...]
    history: tuple[YearGap, ...]
    closest: tuple[str, ...]
    farthest: tuple[str, ...]
    narrowest: int | None
    widest: int | None
    least: int
    outside: tuple[Outside, ...]
    covered: tuple[int, int]
    positions: tuple[PositionGap, ...]
    record: GapRecord | None
