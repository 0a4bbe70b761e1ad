"""Names of persons: which leader is meant, and when a word is a part of somebody else's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from daylight.actors.entries import FOREVER, Entry, Person
from daylight.actors.settle import Around

# Leaders who left office longer ago than this many years give way to those who left later.
_RECENT = 15
# Whom "the leader" of a state means, where it has more than one of these.
HEADS = (
    "leader",
    "supreme leader",
    "general secretary",
    "chancellor",
    "president",
    "prime minister",
    "king",
    "head",
)


@dataclass(frozen=True, slots=True)
class Support:
    """What stands beside a surname."""

    title: bool
    office: str
    acts: bool
    """It stands as a person's name does, and not as the common word at a start."""
    verb: bool
    """A verb follows that only a person does."""


def on_day(entries: Sequence[Entry], day: str) -> list[Entry]:
    """Keep the leaders whom a surname can mean on a day: those in office, else the latest.

    Where no one of the name had been in office, who came within a year was a candidate then.
    """
    if not day:
        return list(entries)
    known = [e for e in entries if e.person and e.person.spells[0].first <= day + FOREVER]
    if not known:
        soon = f"{int(day[:4]) + 1:04d}{day[4:]}"
        return [e for e in entries if e.person and e.person.spells[0].first <= soon]
    now = [e for e in known if _now(e, day)]
    if now:
        return _heads(now, day) or now
    since = f"{int(day[:4]) - _RECENT:04d}"
    return [e for e in known if e.person and e.person.spells[-1].last >= since] or known


def _heads(entries: list[Entry], day: str) -> list[Entry]:
    """Keep those at the head of a state, where all are of one: Fidel Castro before Raúl."""
    if len({e.ids for e in entries}) > 1:
        return []
    return [
        e
        for e in entries
        if e.person and any(s.office in HEADS and s.first <= day <= s.last for s in e.person.spells)
    ]


def _together(one: Person, other: Person) -> bool:
    """Whether two persons were in office at one time."""
    return any(a.first <= b.last and b.first <= a.last for a in one.spells for b in other.spells)


def by_company(entries: list[Entry], near: Around) -> list[Entry]:
    """Keep the leaders who were in office together with one whom the text surely names."""
    if len(entries) < 2 or not near.people:
        return entries
    return _met(entries, near) or entries


def _met(entries: Iterable[Entry], near: Around) -> list[Entry]:
    return [e for e in entries if e.person and any(_together(e.person, p) for p in near.people)]


def by_office(entries: Sequence[Entry], office: str) -> Sequence[Entry]:
    """Keep the leaders who had the office that stands before the name."""
    held = [e for e in entries if e.person and any(s.office == office for s in e.person.spells)]
    return held or entries


def of_states(entries: Iterable[Entry], ids: tuple[str, ...]) -> list[Entry]:
    """Keep the leaders of the states that stand before the name."""
    return [e for e in entries if e.person and any(s.code in ids for s in e.person.spells)]


def meant(entries: Sequence[Entry], day: str, near: Around, by: Support) -> list[Entry]:
    """Return the leaders whom a name can mean; none where it needs support that is not there."""
    whole = [e for e in entries if e.role == "name"]
    if whole:
        there = on_day(whole, day) or whole
        return [e for e in there if near.codes.intersection(e.ids)] or there
    in_full = [e for e in entries if e.person in near.whole]
    if in_full and (by.title or by.acts or not any(e.need == "title" for e in in_full)):
        return in_full
    if by.title:
        return by_company(on_day(by_office(entries, by.office), day), near)
    there = on_day(entries, day)
    free = [e for e in there if not e.need]
    helped = [e for e in there if e.need == "help" and near.codes.intersection(e.ids)]
    if not free and not helped and by.acts:
        likely = [e for e in there if e.need == "help" or by.verb]
        helped = [e for e in likely if _now(e, day)] if day else _met(likely, near)
    left = by_company(free or helped, near)
    if len({e.ids for e in left}) > 1:
        return [e for e in left if near.codes.intersection(e.ids)] or left
    return left


def _now(one: Entry, day: str) -> bool:
    return one.person is not None and any(s.first <= day <= s.last for s in one.person.spells)


def said_of(
    entries: Sequence[Entry], day: str, near: frozenset[str]
) -> tuple[str, tuple[str, ...]]:
    """Return the name and the codes of one or more leaders, the latest first.

    Where no day is known, one who has stood for several stands for those named near.
    """
    people = sorted(
        (e.person for e in entries if e.person), key=lambda p: p.spells[-1].last, reverse=True
    )
    codes = dict.fromkeys(code for person in people for code in _codes(person, day, near))
    return " or ".join(dict.fromkeys(person.name for person in people)), tuple(codes)


def _codes(person: Person, day: str, near: frozenset[str]) -> list[str]:
    """Return whom a person stands for on a day: by the office then, or the last one before."""
    spells = person.spells
    if day:
        now = [spell.code for spell in spells if spell.first <= day <= spell.last]
        past = [spell.code for spell in spells if spell.first <= day]
        return now or past[-1:] or [spells[0].code]
    every = [spell.code for spell in spells]
    return (
        [code for code in every if code in near]
        or [spell.code for spell in spells if spell.last == FOREVER]
        or every
    )
