"""Words for the strength of a tie and for its change, and the numbers they stand for."""

from __future__ import annotations

from daylight.bonds.made_of import comparable
from daylight.bonds.point import Point
from daylight.bonds.records import DimensionResult

STRENGTH = ((95.0, "very strong"), (80.0, "strong"), (50.0, "moderate"), (20.0, "slight"))
WEAKEST = "weak"
YEARS_BACK = 10
LEAST_CHANGE = 5.0
"""Points that a position must have moved by before a change is named."""


def strength(position: float) -> str:
    """Return the word for a position among all pairs."""
    return next((word for least, word in STRENGTH if position >= least), WEAKEST)


def strengths(value: float, lo: float, hi: float) -> str:
    """Return the word for a position; with the words at its ends where those lie far apart."""
    words = [*(word for _, word in STRENGTH), WEAKEST]
    word, low, high = (strength(x) for x in (value, lo, hi))
    near = words.index(low) - words.index(high) < 2
    return word if near else f"{word} (anything from {low} to {high})"


def change(now: DimensionResult, parts: tuple[DimensionResult, ...] = ()) -> str:
    """Say how a position moved over the last ten years, or that it did not clearly move.

    Nothing is said of a move between years that are not made of the same: another set of
    components, or for the overall position (`parts`) another set of dimensions.
    """
    current = next((p for p in now.history if p.year == now.year), None)
    then = next((p for p in now.history if p.year == now.year - YEARS_BACK), None)
    if current is None:
        return ""
    if then is None:
        return f"no value for {now.year - YEARS_BACK} to compare with"
    if not _alike(now, parts, then.year):
        return f"made of other components than in {then.year}, so the two are not compared"
    if current.hi == then.hi == 0:
        return f"0 in {then.year} too"
    if apart(current, then):
        verb = "up" if current.value > then.value else "down"
        return f"{verb} from {then.value:.0f} ({then.lo:.0f} to {then.hi:.0f}) in {then.year}"
    return f"no clear change since {then.year}"


def _alike(now: DimensionResult, parts: tuple[DimensionResult, ...], year: int) -> bool:
    """Return whether a year has nearly the same components and the same dimensions as now."""
    there = [[any(p.year == y for p in d.history) for d in parts] for y in (year, now.year)]
    each = all(comparable(d.components, now.year, year) for d in (now, *parts))
    return there[0] == there[1] and each


def apart(one: Point, two: Point) -> bool:
    """Whether two values differ enough to say so, and neither lies in the other's interval."""
    if abs(one.value - two.value) < LEAST_CHANGE:
        return False
    return not (one.lo <= two.value <= one.hi or two.lo <= one.value <= two.hi)
