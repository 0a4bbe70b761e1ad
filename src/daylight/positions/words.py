"""What is said of where states stand in UN votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from daylight.core.refs import in_text
from daylight.core.said import Caveat, Finding, Summary
from daylight.core.seats import UN, seat_years
from daylight.core.states import get, members
from daylight.measures.issues import ALL
from daylight.positions.issues import ISSUES
from daylight.positions.records import Comparison, Position
from daylight.say.dates import spans
from daylight.say.lines import listed
from daylight.say.numbers import fixed
from daylight.say.words import Rule, Words
from daylight.store.schemas import PointKind, VoteSet

THIN = 10
"""Fewer votes make a position thin."""
WORDS: Words = (
    Rule(
        f"A position rests on few votes where there are fewer than {THIN}; no such state is named "
        f"at an end of the scale."
    ),
)
ABOUT: dict[PointKind, str] = {
    "smoothed": "smoothed: each estimate uses the votes of all years, later ones too",
    "filtered": "filtered: no estimate uses a later vote",
}
UNITS: dict[PointKind, str] = {
    "smoothed": "standard deviations of all state-years",
    "filtered": "standard deviations of all state-years up to each year",
}


def which(votes: VoteSet, issue: str) -> str:
    """Name the votes behind the estimates."""
    return f"{votes} votes" if issue == ALL else ISSUES[issue]


def shown_year(positions: Sequence[Position], full: int) -> int | None:
    """Return the year to show: the last full one with estimates, or the last; None for none."""
    years = sorted({p.year for p in positions if p.theta is not None})
    over = [year for year in years if year <= full] or years
    return over[-1] if over else None


def summary(
    positions: Sequence[Position],
    full: int,
    issue: str,
    votes: VoteSet,
    comparison: Comparison | None,
) -> Summary:
    """Name the states at both ends of the scale, and how they go with published ones."""
    year = shown_year(positions, full)
    if year is None:
        text = "Nothing was put to a vote in these years, so no state has a position"
        return Summary(f"{text}.", (Finding("ends", text, ("/positions",)),))
    shown = [(k, p) for k, p in enumerate(positions) if p.year == year and p.theta is not None]
    sure = [(k, p) for k, p in shown if p.n_votes >= THIN] or shown
    high, low = max(sure, key=_place), min(sure, key=_place)
    names = [in_text(name_of(p)) for _, p in (high, low)]
    text = (
        f"In {year} {names[0]} stood at one end of the scale of {which(votes, issue)}, {names[1]} "
        f"at the other"
    )
    pointers = tuple(f"/positions/{k}/theta" for k, _ in (high, low))
    findings = [Finding("ends", text, pointers)]
    if comparison is not None:
        likeness = f"They correlate with the published ones at {fixed(comparison.overall, 3)}"
        findings.append(Finding("published", likeness, ("/comparison/overall",)))
    return Summary(f"{'. '.join(f.text for f in findings)}.", tuple(findings))


def name_of(position: Position) -> str:
    """Return the name of a state at the end of the year of its position."""
    return get(position.cow).name_on(date(position.year, 12, 31))


def _seats(positions: Sequence[Position]) -> list[str]:
    """Return the states with positions outside the state system, with those years."""
    years: dict[int, list[int]] = {}
    for p in positions:
        if p.cow in _seated() and p.theta is not None and p.cow not in members(p.year):
            years.setdefault(p.cow, []).append(p.year)
    return [
        f"{in_text(get(cow).name)} ({spans([(min(held), max(held))])})"
        for cow, held in sorted(years.items())
    ]


@lru_cache(maxsize=1)
def _seated() -> frozenset[int]:
    return frozenset(seat_years(UN))


def _place(numbered: tuple[int, Position]) -> float:
    return numbered[1].theta or 0.0


def caveats(
    positions: Sequence[Position], full: int, kind: PointKind, issue: str
) -> Iterator[Caveat]:
    """Say what the scale is, and where few votes stand behind it."""
    part = ("/positions",)
    unit = f"Unit: {UNITS[kind]}; higher is nearer the United States."
    yield Caveat("model", unit, part)
    held = "Intervals hold the true position with a probability of 90 % under the model."
    yield Caveat("model", held, part)
    if issue != ALL:
        tied = (
            "The scale is of the votes on the issue alone, put on the mean and standard deviation "
            "of that of all votes."
        )
        yield Caveat("model", tied, part)
    open_votes = [p.n_votes for p in positions if p.year > full]
    if open_votes:
        text = f"{full + 1} is not over: no state has more than {max(open_votes)} votes there."
        yield Caveat("coverage", text, part)
    seats = _seats(positions)
    if seats:
        text = (
            f"Rows of a seat in the UN while the state was no member of the state system: "
            f"{listed(seats)}. Panels of pairs do not hold them."
        )
        yield Caveat("definition", text, part)
    year = shown_year(positions, full)
    thin = sum(p.n_votes < THIN for p in positions if p.year == year and p.theta is not None)
    if thin:
        yield Caveat("data", f"States with fewer than {THIN} votes in {year}: {thin}.", part)
