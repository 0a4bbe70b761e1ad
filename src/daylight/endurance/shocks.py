"""What tested a tie: the catalogue, and what other tables date of the two; each event once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from daylight.breaks.kinds import TREATY_BROKEN
from daylight.core.partial import PartialDate, Precision
from daylight.core.refs import StateRef, ref_of
from daylight.endurance.records import Expected
from daylight.facts.lines import CALLED
from daylight.facts.read import condition, of_both, of_pair
from daylight.facts.same import from_two_sources, through_numbers
from daylight.say.lines import capital
from daylight.store.atlas import Atlas

OWN = {
    "war": "hostility", "force": "hostility", "crisis": "hostility", "rebels": "hostility",
    "force_between": "hostility", "crisis_between": "hostility", "sanctions": "hostility",
    "sanction": "hostility", "break": "hostility", "expulsion": "hostility",
    "treaty_end": "treaty",
}  # fmt: skip
"""Kinds of event that are themselves an act by which a break is told, and its family."""
DERIVED = ("war", "force", "crisis", "rebels", "break", "sanctions")
"""Kinds of dated fact that test a tie."""
ALIKE = {
    "war": "fight", "force": "fight", "crisis": "fight", "rebels": "fight",
    "force_between": "fight", "crisis_between": "fight", "break": "break", "expulsion": "break",
    "sanctions": "ban", "sanction": "ban", "arms_embargo": "ban", "economic_coercion": "ban",
    "treaty_end": "treaty", "other": "treaty",
}  # fmt: skip
SAME_DAYS = 31
"""Two events of a like kind so near to each other are one."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that tested a tie."""

    day: date
    precision: Precision
    title: str
    kind: str
    expected: Expected
    citation: str
    url: str | None
    source: str

    @property
    def last(self) -> date:
        """Last day that its date can mean."""
        return PartialDate(self.day, self.precision).last


def events(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> tuple[Event, ...]:
    """Return what tested a tie up to a day, oldest first.

    A date that is known to the month or year counts from its end on. Of events of a like kind
    within a month of each other, or in a year where no more is known, the first listed stays: the
    catalogue comes before what other tables date.
    """
    kept: list[Event] = []
    for find in (_catalogue, _facts, _treaty_ends):
        for event in find(atlas, a, b, until):
            if event.last <= until and not any(_same(event, other) for other in kept):
                kept.append(event)
    return tuple(sorted(kept, key=lambda event: (event.day, event.title)))


def _catalogue(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    names = ("date", "precision", "title", "kind", "expected", "citation", "url")
    either, values = of_both(a.cow, b.cow, until)
    rows = atlas.rows("shocks", f"{either} ORDER BY date", values, names)
    for day, *rest, url in zip(*(rows[name].tolist() for name in names), strict=True):
        precision, title, kind, expected, citation = rest
        yield Event(_day(day), precision, title, kind, expected, citation, url or None, "shocks")


def _facts(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    where, params = condition(a.cow, b.cow, until)
    rows = atlas.rows("dated_facts", where, params)
    for fact in from_two_sources(through_numbers(of_pair(rows, a.cow, b.cow, until))):
        if fact.kind in DERIVED:
            source = fact.source[0]
            citation = fact.citation[0] if fact.citation else CALLED.get(source, source)
            yield Event(
                fact.day, fact.precision, fact.text, fact.kind, "strain", citation, None, source
            )


def _treaty_ends(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield treaties that ended before their term, and were not renewed."""
    names = ("date", "precision", "atopid", "bilateral", "leaver")
    either, values = of_both(a.cow, b.cow, until)
    where = f"{either} AND mode = ? AND NOT next_phase AND date <= ? ORDER BY date"
    rows = atlas.rows("treaty_ends", where, (*values, TREATY_BROKEN, until), names)
    columns = (rows[name].tolist() for name in names)
    for day, precision, number, two, leaver in zip(*columns, strict=True):
        when = _day(day)
        who = ref_of(int(leaver), when).name if leaver is not None and leaver == leaver else None
        what = "a treaty of the two" if two else "a pact of theirs with others"
        title = f"{who} leaves {what}" if who else capital(f"{what} ends early")
        yield Event(
            when, precision, title, "treaty_end", "rupture", f"ATOP 5.1, atopid {number}", None,
            "atop",
        )  # fmt: skip


def _day(value: object) -> date:
    """Return a date of a column."""
    made = value.date() if hasattr(value, "date") else value
    assert isinstance(made, date)
    return made


def _same(event: Event, other: Event) -> bool:
    """Return whether two events are one."""
    if event.day == other.day and event.precision == other.precision == "day":
        return True
    alike = ALIKE.get(event.kind, event.kind) == ALIKE.get(other.kind, other.kind)
    apart = (event.day - other.last).days, (other.day - event.last).days
    return alike and max(apart) <= SAME_DAYS
