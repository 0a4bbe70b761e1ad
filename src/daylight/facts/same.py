"""One event told twice: by two sources, or under two numbers of a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from daylight.facts.kinds import REPEATED, RUNNING, TREATIES
from daylight.facts.records import Fact
from daylight.store.schemas.facts import LONGEST

YEAR, DAYS = 366, 3
"""Days between two starts within which two sources may mean one event."""
Numbered = tuple[tuple[int, int], Fact]


def through_numbers(found: Iterable[Numbered]) -> list[Fact]:
    """Join what goes on under the next number of a state: a treaty of Germany before and in 1990.

    Facts of one kind, source and text are one where the later has other numbers and begins
    within a year of the end of the earlier.
    """
    kept: list[Numbered] = []
    for pair, fact in sorted(found, key=lambda row: (row[1].day, row[0])):
        for k, (other, before) in enumerate(kept):
            same = (before.kind, before.source, before.text) == (fact.kind, fact.source, fact.text)
            gap = (fact.day - before.held).days
            if other != pair and same and before.standing == "ended" and gap <= YEAR:
                kept[k] = pair, replace(fact, day=before.day, precision=before.precision)
                break
        else:
            kept.append((pair, fact))
    return [fact for _, fact in kept]


def newest_totals(facts: Iterable[Fact]) -> list[Fact]:
    """Leave out totals that a later one took the place of."""
    every = list(facts)
    last = {(f.kind, f.actor): f.day for f in sorted(every, key=lambda f: f.day)}
    return [f for f in every if f.kind not in RUNNING or f.day == last[f.kind, f.actor]]


def newest_with_number(facts: Iterable[Fact]) -> list[Fact]:
    """Leave of each text of a repeated kind the newest, which says how many there were."""
    kept: list[Fact] = []
    same: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind in REPEATED:
            same.setdefault((fact.kind, fact.text), []).append(fact)
        else:
            kept.append(fact)
    for (_, text), each in same.items():
        days = sorted(fact.day for fact in each)
        newest = next(fact for fact in each if fact.day == days[-1])
        counted = f"{text} ({len(each)} since {days[0].year})"
        fits = len(each) > 1 and len(counted) <= LONGEST
        kept.append(replace(newest, text=counted) if fits else newest)
    return kept


def from_two_sources(facts: Iterable[Fact]) -> list[Fact]:
    """Make one fact of those that two sources tell of, with both as its sources.

    They are of one kind, of one actor or one that is not said, of different sources, and begin
    within a year of each other; a treaty, of which two in a year are two, within three days, and
    there a promise and a peace are one kind. The text and day are those of the weightier one,
    and of two alike of the one whose day is better known; where that has no length and the other
    has, it stands as the other does.
    """
    rank = {"day": 0, "month": 1, "year": 2}
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: (-f.weight, rank[f.precision], f.day, f.text)):
        twin = next((k for k, other in enumerate(kept) if _one(other, fact)), None)
        if twin is None:
            kept.append(fact)
        else:
            kept[twin] = _both(kept[twin], fact)
    return kept


def _both(one: Fact, other: Fact) -> Fact:
    told = replace(one, source=one.source + other.source, citation=one.citation + other.citation)
    if one.standing != "event" or other.standing == "event":
        return told
    return replace(
        told, standing=other.standing, held=other.held, until=other.until,
        until_precision=other.until_precision,
    )  # fmt: skip


def _one(one: Fact, other: Fact) -> bool:
    if set(one.source) & set(other.source):
        return False
    if one.actor and other.actor and one.actor != other.actor:
        return False
    treaty = one.kind in TREATIES
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and kinds != {"promise", "peace"}:
        return False
    return abs((one.day - other.day).days) <= (DAYS if treaty else YEAR)
