"""The words for size and change, and the numbers that each stands for."""

from __future__ import annotations

from daylight.bonds.records import DimensionResult, Point
from daylight.core.estimate import Estimate

STRENGTH = ((95.0, "very strong"), (80.0, "strong"), (50.0, "moderate"), (20.0, "slight"))
WEAKEST = "weak"
CLOSENESS = ((0.6, "close"), (0.2, "fairly close"), (-0.2, "not aligned"))
APART = "opposed"
LOOSE = 40.0
"""An interval wider than this many points is called wide."""
YEARS_BACK = 10

SCALE = (
    "Tie: very strong = ahead of at least 95 % of pairs, strong = 80, moderate = 50, "
    "slight = 20, weak = less.",
    "Votes, by kappa: close = at least 0.6, fairly close = 0.2, not aligned = -0.2, "
    "opposed = less.",
    f"An interval is wide when it spans more than {LOOSE:.0f} points. All intervals are 90 %.",
    "Up or down is said only when neither value lies in the other's interval.",
)
"""What the words mean; printed with every brief."""


def strength(position: float) -> str:
    """Return the word for a position among all pairs."""
    return next((word for least, word in STRENGTH if position >= least), WEAKEST)


def closeness(kappa: float) -> str:
    """Return the word for agreement beyond chance."""
    return next((word for least, word in CLOSENESS if kappa >= least), APART)


def points(estimate: Estimate) -> str:
    """Write a position with its interval: ``96 (88 to 98)``."""
    return f"{estimate:.0f}"


def change(now: DimensionResult) -> str:
    """Say how a position moved over the last ten years, or that it did not clearly move."""
    current = next((p for p in now.history if p.year == now.year), None)
    then = next((p for p in now.history if p.year == now.year - YEARS_BACK), None)
    if current is None:
        return ""
    if then is None:
        first = now.history[0].year
        return f"no value ten years before (the series starts in {first})"
    if apart(current, then):
        verb = "up" if current.value > then.value else "down"
        return f"{verb} from {then.value:.0f} ({then.lo:.0f} to {then.hi:.0f}) in {then.year}"
    return f"no clear change since {then.year}"


def apart(one: Point, two: Point) -> bool:
    """Whether neither value lies in the other's interval."""
    return not (one.lo <= two.value <= one.hi or two.lo <= one.value <= two.hi)


def listing(words: list[str]) -> str:
    """Join words as a reader would: ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
