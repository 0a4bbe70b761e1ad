"""What is said of a bond: words for strength and change, the sentences, what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.bonds.made_of import comparable
from daylight.bonds.peak import VERDICTS, Peak
from daylight.bonds.point import Point
from daylight.bonds.records import DimensionResult
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Finding, Summary
from daylight.measures.votes import AGENDA_BREAK
from daylight.say.absence import absence
from daylight.say.lines import capital, listed
from daylight.say.numbers import place, position_text
from daylight.say.words import Rule, Scale, Words

STRENGTH = Scale(
    "Tie",
    "percentage of pairs that it is ahead of",
    ((95.0, "very strong"), (80.0, "strong"), (50.0, "moderate"), (20.0, "slight")),
    "weak",
)
LOOSE = 40.0
"""An interval wider than this many points is called wide."""
YEARS_BACK = 10
LEAST_CHANGE = 5.0
"""Points that a position must have moved by before a change is named."""
BOTTOM = 5.0
"""A position whose interval ends below this is at the bottom."""
WORDS: Words = (
    STRENGTH,
    Rule(
        f"An interval is wide when it spans more than {LOOSE:.0f} points. All intervals are 90 %."
    ),
    Rule(
        f"Up or down is said only of {LEAST_CHANGE:.0f} points or more over {YEARS_BACK} years, "
        f"when neither value lies in the other's interval."
    ),
)


def strengths(value: float, lo: float, hi: float) -> str:
    """Return the word for a position; with the words at its ends where those lie far apart."""
    words = STRENGTH.words()
    word, low, high = (STRENGTH.word(x) for x in (value, lo, hi))
    near = words.index(low) - words.index(high) < 2
    return word if near else f"{word} (anything from {low} to {high})"


def change(now: DimensionResult, parts: Sequence[DimensionResult] = ()) -> str:
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


def _alike(now: DimensionResult, parts: Sequence[DimensionResult], year: int) -> bool:
    """Return whether a year has nearly the same components and the same dimensions as now."""
    there = [[any(p.year == y for p in d.history) for d in parts] for y in (year, now.year)]
    each = all(comparable(d.components, now.year, year) for d in (now, *parts))
    return there[0] == there[1] and each


def apart(one: Point, two: Point) -> bool:
    """Whether two values differ enough to say so, and neither lies in the other's interval."""
    if abs(one.value - two.value) < LEAST_CHANGE:
        return False
    return not (one.lo <= two.value <= one.hi or two.lo <= one.value <= two.hi)


def summary(
    pair: tuple[StateRef, StateRef],
    year: int,
    parts: Sequence[DimensionResult],
    overall: DimensionResult,
    peaks: Sequence[Peak],
    since: int,
) -> Summary:
    """Return the answer: level, rank and direction, then what limits it; and the findings."""
    names = listed(in_text(state.name) for state in pair)
    headline = f"{_level(names, year, parts, overall)}. {capital(_limit(year, parts))}."
    return Summary(headline, (_strongest(year, parts), _records(year, peaks, since)))


def _level(
    names: str, year: int, parts: Sequence[DimensionResult], overall: DimensionResult
) -> str:
    """Level, rank and direction of the overall tie, or of what there is."""
    value, lo, hi = overall.value, overall.lo, overall.hi
    known = [d for d in parts if d.value is not None]
    if value is not None and overall.of and lo is not None and hi is not None:
        moved = change(overall, parts)
        return (
            f"In {year}, {names} had a {strengths(value, lo, hi)} tie overall, ahead of "
            f"{place(value)} % of {overall.of:,} pairs of states (90 % interval "
            f"{place(lo)} to {place(hi)}){_bottom(known)}" + (f", {moved}" if moved else "")
        )
    if not known:
        nothing = f"For {year} no dimension of the tie between {names} is covered"
        return nothing + _last(overall)
    held = [
        f"the {d.dimension} tie, ahead of {place(d.value)} % of pairs (90 % interval "
        f"{place(d.lo)} to {place(d.hi)})"
        for d in known
        if d.value is not None and d.lo is not None and d.hi is not None
    ]
    return f"For {year} only part of what ties {names} is covered: {listed(held)}{_last(overall)}"


def _bottom(known: list[DimensionResult]) -> str:
    """Name the dimensions in which the pair is surely among the weakest, beside a stronger one."""
    low = [d.dimension for d in known if d.hi is not None and d.hi <= BOTTOM]
    if not low or len(low) == len(known):
        return ""
    plural = "s" * (len(low) > 1)
    return f", but with hardly any pair below it in the {listed(low)} dimension{plural}"


def _last(overall: DimensionResult) -> str:
    """Return the last overall position that there is, with its year."""
    last = overall.last
    if last is None:
        return ""
    position = position_text(last.value, last.lo, last.hi)
    return f"; their last overall position is {position}, for {last.year}"


def _limit(year: int, parts: Sequence[DimensionResult]) -> str:
    """Say what limits the answer most: dimensions without a value, wide intervals, the agenda."""
    gone = [d for d in parts if d.value is None]
    political = any(d.dimension == "political" and d.value is not None for d in parts)
    broke = (
        f", and the agenda of recorded votes changed in {AGENDA_BREAK}"
        if political and year >= AGENDA_BREAK
        else ""
    )
    if gone:
        return f"there are {listed([_absence(d, year) for d in gone])}{broke}"
    loose = [d.dimension for d in parts if (d.estimate.width or 0) > LOOSE]
    if loose:
        return f"the {listed(loose)} interval is wide{broke}"
    return f"all three dimensions are covered{broke}"


def _absence(d: DimensionResult, year: int) -> str:
    if d.status == "outside_coverage":
        return absence(d.status, d.covered, year, f"{d.dimension} data")
    return f"no {d.dimension} data for this pair in {year}"


def _strongest(year: int, parts: Sequence[DimensionResult]) -> Finding:
    """Say which dimension is strongest and weakest, where intervals let that be said."""
    known = [d for d in parts if d.value is not None]
    pointers = tuple(f"/{d.dimension}" for d in known or parts)
    if len(known) < 2:
        named = f"only the {known[0].dimension} tie is covered" if known else "no tie is covered"
        return Finding(f"In {year} {named}", pointers)
    ordered = sorted(known, key=lambda d: d.value or 0.0)
    low, high = ordered[0], ordered[-1]
    if (low.hi or 0.0) < (high.lo or 0.0):
        text = f"Strongest in the {high.dimension} dimension, weakest in the {low.dimension}"
        return Finding(text, pointers)
    levels = {STRENGTH.word(d.value or 0.0) for d in known}
    if len(levels) == 1:
        return Finding(f"A {levels.pop()} tie in every dimension covered", pointers)
    return Finding("The intervals do not separate the dimensions", pointers)


def _records(year: int, peaks: Sequence[Peak], since: int) -> Finding:
    """Say in which dimensions the tie was stronger than in any year before, and in which not."""
    by_verdict: dict[str, list[str]] = {}
    for p in peaks:
        by_verdict.setdefault(p.verdict, []).append(p.dimension)
    said = [f"{listed(by_verdict[v])}, {v}" for v in VERDICTS if v in by_verdict]
    text = f"Stronger in {year} than in any year since {since}: {'; '.join(said)}"
    return Finding(text, tuple(f"/peaks/{k}" for k in range(len(peaks))))
