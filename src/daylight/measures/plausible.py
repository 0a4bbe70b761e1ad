"""Values that a source gives and that cannot mean what they say, and the sentence about them."""

from __future__ import annotations

from daylight.core.estimate import Estimate
from daylight.say.numbers import estimate_text

WHOLE = 1.0
"""A fraction of what a state has (its GDP, its trade) above this is flagged, never cut."""
WHY = (
    "Such numbers come from goods that pass through, or from ships under a flag of convenience. "
    "It is no dependence."
)


def beyond_whole(estimate: Estimate | None) -> bool:
    """Whether a fraction is more than the whole of what it is a fraction of."""
    return estimate is not None and (estimate.value or 0.0) > WHOLE


def beyond_whole_text(title: str, of: str, on: str, estimate: Estimate) -> str:
    """Say that a fraction is more than the whole: `title` of one state on another."""
    value = estimate_text(estimate, True)
    return f"{title} of {of} on {on} is more than the whole: {value}. {WHY}"
