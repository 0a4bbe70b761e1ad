"""Offices beside a state or a name: who is meant, and how far the words reach."""

from __future__ import annotations

from daylight.actors.entries import Entry, Person
from daylight.actors.meaning import Reader
from daylight.actors.people import HEADS, said_of
from daylight.actors.records import Mention
from daylight.actors.tables import words

ELECT = frozenset({"elect", "designate"})


def between(reader: Reader, k: int, n: int) -> tuple[str, ...] | None:
    """Return the words between two hits; ``None`` where they are not of one phrase."""
    hits, joined = reader.hits, reader.cut.joined
    if n >= len(hits) or hits[n].i - hits[k].j > 3:
        return None
    if not all(joined[hits[k].j : hits[n].i + 1]):
        return None
    return tuple(reader.cut.words[hits[k].j : hits[n].i])


def named(
    reader: Reader, i: int, k: int, office: str, ids: tuple[str, ...] = ()
) -> tuple[Mention | None, int]:
    """Read the name after an office; a title may stand between. The hits used are counted too."""
    extra = 0
    if k < len(reader.hits) and reader.hits[k].kind == "title":
        if between(reader, k, k + 1) != ():
            return None, 0
        extra = 1
    found = reader.leaders(k + extra, True, office, ids) if k + extra < len(reader.hits) else []
    if not found:
        return None, 0
    return leader(reader, i, k + extra, found, ids), 1 + extra


def leader(
    reader: Reader, i: int, k: int, found: list[Entry], ids: tuple[str, ...] = ()
) -> Mention:
    """Return the mention of one or more leaders whom the words from ``i`` on can mean."""
    name, codes = said_of(found, reader.year, frozenset(ids) or reader.near.codes)
    return reader.mention(i, reader.hits[k].j, "leader", name, codes, "name")


def with_office(
    reader: Reader, k: int, actor: Entry, gap: tuple[str, ...]
) -> tuple[Mention, int] | None:
    """Read a state with an office: ``Iran's foreign minister``, ``Russian President Putin``.

    Returns nothing where the office says no more than that somebody is of the state.
    """
    if not (words("before an office") | words("not now")).issuperset(gap):
        return None
    hit = reader.hits[k]
    office = reader.hits[k + 1].entries[0].role
    after = between(reader, k + 1, k + 2)
    if after is not None and ELECT.issuperset(after):
        mention, used = named(reader, hit.i, k + 2, office, actor.ids)
        if mention:
            return mention, 2 + used
    if not office or actor.kind == "bloc":
        return None
    before = reader.cut.words[max(0, hit.i - 1) : hit.i]
    last = reader.hits[k + 1].j
    elect = ELECT.intersection(reader.cut.words[last : last + 1])
    now = not (elect or words("not now").intersection((*gap, *before)))
    return holder(reader, hit.i, reader.hits[k + 1].j, office, actor, now), 2


def holder(reader: Reader, i: int, j: int, office: str, actor: Entry, now: bool) -> Mention:
    """Return the holder of an office by name when the day tells, by the office otherwise."""
    if len(actor.ids) == 2 and "USA" in actor.ids:  # a member of the union has no president
        (code,) = set(actor.ids) - {"USA"}
        actor = actor._replace(ids=(code,), name=reader.shelf.names[code])
    person = _who(reader, office, actor.ids) if now else None
    if person:
        return reader.mention(i, j, "leader", person.name, actor.ids, "office")
    return reader.mention(i, j, "people", f"{office} of {actor.name}", actor.ids, "office")


def _who(reader: Reader, office: str, ids: tuple[str, ...]) -> Person | None:
    if not reader.day or len(ids) != 1:
        return None
    for each in HEADS if office == "leader" else (office,):
        held = reader.shelf.holders.get((ids[0], each), ())
        there = {person for first, last, person in held if first <= reader.day <= last}
        if there:
            return there.pop() if len(there) == 1 else None
    return None
