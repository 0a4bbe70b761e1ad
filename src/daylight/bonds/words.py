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
from daylight.say.lines import listed
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
        "Where the words at the ends of the interval lie two steps apart or more, both are named."
    ),
    Rule(
        f"Hardly any pair is below it: a dimension's interval ends at {BOTTOM:g} or less, while "
        f"another's does not."
    ),
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
        return f"{verb} from {position_text(then.value, then.lo, then.hi)} in {then.year}"
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
    level = _level(names, year, parts, overall)
    limit = _limit(year, parts)
    findings = (level, limit, _strongest(year, parts), _records(year, peaks, since))
    return Summary(f"{level.text}. {limit.text}.", findings)


def _level(
    names: str, year: int, parts: Sequence[DimensionResult], overall: DimensionResult
) -> Finding:
    """Level, rank and direction of the overall tie, or of what there is."""
    value, lo, hi = overall.value, overall.lo, overall.hi
    known = [d for d in parts if d.value is not None]
    if value is not None and overall.of and lo is not None and hi is not None:
        moved = change(overall, parts)
        text = (
            f"In {year}, {names} had a {strengths(value, lo, hi)} tie overall, ahead of "
            f"{place(value)} % of {overall.of:,} pairs of states (90 % interval "
            f"{place(lo)} to {place(hi)}){_bottom(known)}" + (f", {moved}" if moved else "")
        )
        return Finding("level", text, (*_ends("overall"), "/overall/of", *_then(overall)))
    last = _last(overall)
    newest = (f"/overall/history/{len(overall.history) - 1}",) if last else ()
    if not known:
        text = f"For {year} no dimension of the tie between {names} is covered{last}"
        return Finding("level", text, (*(f"/{d.dimension}/status" for d in parts), *newest))
    held = [
        f"the {d.dimension} tie, ahead of {place(d.value)} % of pairs (90 % interval "
        f"{place(d.lo)} to {place(d.hi)})"
        for d in known
        if d.value is not None and d.lo is not None and d.hi is not None
    ]
    text = f"For {year} only part of what ties {names} is covered: {listed(held)}{last}"
    return Finding("level", text, (*(p for d in known for p in _ends(d.dimension)), *newest))


def _ends(dimension: str) -> tuple[str, ...]:
    return tuple(f"/{dimension}/{name}" for name in ("value", "lo", "hi"))


def _then(now: DimensionResult) -> tuple[str, ...]:
    """Return the pointer to the year that a change is told from."""
    years = [p.year for p in now.history]
    then = now.year - YEARS_BACK
    return (f"/{now.dimension}/history/{years.index(then)}",) if then in years else ()


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


def _limit(year: int, parts: Sequence[DimensionResult]) -> Finding:
    """Say what limits the answer most: dimensions without a value, wide intervals, the agenda."""
    gone = [d for d in parts if d.value is None]
    political = any(d.dimension == "political" and d.value is not None for d in parts)
    broke = (
        f", and the agenda of recorded votes changed in {AGENDA_BREAK}"
        if political and year >= AGENDA_BREAK
        else ""
    )
    if gone:
        text = f"There are {listed([_absence(d, year) for d in gone])}{broke}"
        return Finding("limits", text, tuple(f"/{d.dimension}/status" for d in gone))
    loose = [d.dimension for d in parts if (d.estimate.width or 0) > LOOSE]
    if loose:
        text = f"The {listed(loose)} interval is wide{broke}"
        return Finding("limits", text, tuple(p for d in loose for p in _ends(d)))
    text = f"All three dimensions are covered{broke}"
    return Finding("limits", text, tuple(f"/{d.dimension}/status" for d in parts))


def _absence(d: DimensionResult, year: int) -> str:
    if d.status == "outside_coverage":
        return absence(d.status, d.covered, year, f"{d.dimension} data")
    return f"no {d.dimension} data for this pair in {year}"


def _strongest(year: int, parts: Sequence[DimensionResult]) -> Finding:
    """Say which dimension is strongest and weakest, where intervals let that be said."""
    known = [d for d in parts if d.value is not None]
    if len(known) < 2:
        named = f"only the {known[0].dimension} tie is covered" if known else "no tie is covered"
        pointers = tuple(f"/{d.dimension}/status" for d in parts)
        return Finding("dimensions", f"In {year} {named}", pointers)
    pointers = tuple(p for d in known for p in _ends(d.dimension))
    ordered = sorted(known, key=lambda d: d.value or 0.0)
    low, high = ordered[0], ordered[-1]
    levels = {STRENGTH.word(d.value or 0.0) for d in known}
    if (low.hi or 0.0) < (high.lo or 0.0):
        text = f"Strongest in the {high.dimension} dimension, weakest in the {low.dimension}"
    elif len(levels) == 1:
        text = f"A {levels.pop()} tie in every dimension covered"
    else:
        text = "The intervals do not separate the dimensions"
    return Finding("dimensions", text, pointers)


def _records(year: int, peaks: Sequence[Peak], since: int) -> Finding:
    """Say in which dimensions the tie was stronger than in any year before, and in which not."""
    if since >= year:
        text = f"There is no year before {year} to be stronger than"
        return Finding("records", text, ("/since",))
    by_verdict: dict[str, list[str]] = {}
    for p in peaks:
        by_verdict.setdefault(p.verdict, []).append(p.dimension)
    said = [f"{listed(by_verdict[v])}, {v}" for v in VERDICTS if v in by_verdict]
    text = f"Stronger in {year} than in any year since {since}: {'; '.join(said)}"
    return Finding("records", text, tuple(f"/peaks/{k}/verdict" for k in range(len(peaks))))
