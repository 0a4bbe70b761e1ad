"""Join hits that belong together: ``Russian`` + ``President`` + ``Vladimir Putin`` is one."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.actors.beside import title_case
from daylight.actors.entries import Entry, Person
from daylight.actors.library import Library
from daylight.actors.meaning import Reader
from daylight.actors.people import HEADS, said_of
from daylight.actors.records import Mention
from daylight.actors.scan import Hit
from daylight.actors.settle import around
from daylight.actors.tables import words
from daylight.actors.tokens import Tokens

_ELECT = frozenset({"elect", "designate"})
_OF = (("of",), ("of", "the"))


def join(cut: Tokens, hits: list[Hit], shelf: Library, day: str) -> Iterator[Mention]:
    """Yield mentions in order."""
    reader = Reader(cut, hits, shelf, day, day or _year(cut), around(cut, hits), title_case(cut))
    k = 0
    while k < len(hits):
        kind = hits[k].kind
        if kind == "office":
            mention, used = _from_office(reader, k)
        elif kind == "title":
            mention, used = _from_title(reader, k)
        elif kind == "block":
            mention, used = None, 1
        else:
            mention, used = _from_name(reader, k)
        if mention is not None:
            yield mention
        k += used


def _year(cut: Tokens) -> str:
    """Return the middle of the only year that the text speaks of, if there is one."""
    years = {w for w in cut.words if len(w) == 4 and w.isdecimal() and "1945" < w < "2100"}
    return f"{years.pop()}-07-01" if len(years) == 1 else ""


def _between(reader: Reader, k: int, n: int) -> tuple[str, ...] | None:
    """Return the words between two hits; ``None`` where they are not of one phrase."""
    hits, joined = reader.hits, reader.cut.joined
    if n >= len(hits) or hits[n].i - hits[k].j > 3:
        return None
    if not all(joined[hits[k].j : hits[n].i + 1]):
        return None
    return tuple(reader.cut.words[hits[k].j : hits[n].i])


def _named(
    reader: Reader, i: int, k: int, office: str, ids: tuple[str, ...] = ()
) -> tuple[Mention | None, int]:
    """Read the name after an office; a title may stand between. The hits used are counted too."""
    extra = 0
    if k < len(reader.hits) and reader.hits[k].kind == "title":
        if _between(reader, k, k + 1) != ():
            return None, 0
        extra = 1
    found = reader.leaders(k + extra, True, office, ids) if k + extra < len(reader.hits) else []
    if not found:
        return None, 0
    return _leader(reader, i, k + extra, found, ids), 1 + extra


def _leader(
    reader: Reader, i: int, k: int, found: list[Entry], ids: tuple[str, ...] = ()
) -> Mention:
    name, codes = said_of(found, reader.year, frozenset(ids) or reader.near.codes)
    return reader.mention(i, reader.hits[k].j, "leader", name, codes, "name")


def _from_office(reader: Reader, k: int) -> tuple[Mention | None, int]:
    """``President Putin``, ``the president of Russia``."""
    hit = reader.hits[k]
    office = hit.entries[0].role
    gap = _between(reader, k, k + 1)
    if gap is not None and _ELECT.issuperset(gap):
        mention, used = _named(reader, hit.i, k + 1, office)
        if mention:
            return mention, 1 + used
    if gap in _OF and office:
        actor = reader.actor(k + 1)
        if actor and actor.kind != "place":
            now = k == 0 or not words("not now").intersection(
                reader.cut.words[max(0, hit.i - 1) : hit.i]
            )
            return _holder(reader, hit.i, reader.hits[k + 1].j, office, actor, now), 2
    found = reader.leaders(k)  # "the Shah" is an office, and in its time a person
    return (_leader(reader, hit.i, k, found) if found else None), 1


def _from_title(reader: Reader, k: int) -> tuple[Mention | None, int]:
    """``Mr Putin``: the name only, as titles are no part of it."""
    if _between(reader, k, k + 1) != ():
        return None, 1
    found = reader.leaders(k + 1, titled=True)
    if not found:
        return None, 1
    return _leader(reader, reader.hits[k + 1].i, k + 1, found), 2


def _from_name(reader: Reader, k: int) -> tuple[Mention | None, int]:
    """Read a state, bloc or place, with office and name where they follow; or a leader."""
    hit = reader.hits[k]
    actor = reader.actor(k)
    if actor is None:
        found = reader.leaders(k)
        return (_leader(reader, hit.i, k, found) if found else None), 1
    gap = _between(reader, k, k + 1)
    if gap is not None and reader.hits[k + 1].kind == "office" and actor.kind != "place":
        joined = _with_office(reader, k, actor, gap)
        if joined:
            return joined
    return reader.mention(hit.i, hit.j, actor.kind, actor.name, actor.ids, actor.role), 1


def _with_office(
    reader: Reader, k: int, actor: Entry, gap: tuple[str, ...]
) -> tuple[Mention, int] | None:
    if not (words("before an office") | words("not now")).issuperset(gap):
        return None
    hit = reader.hits[k]
    office = reader.hits[k + 1].entries[0].role
    after = _between(reader, k + 1, k + 2)
    if after is not None and _ELECT.issuperset(after):
        mention, used = _named(reader, hit.i, k + 2, office, actor.ids)
        if mention:
            return mention, 2 + used
    if not office or actor.kind == "bloc":
        return None
    before = reader.cut.words[max(0, hit.i - 1) : hit.i]
    now = not words("not now").intersection((*gap, *before, *(after or ())))
    if after is not None and _ELECT.intersection(after):
        now = False
    return _holder(reader, hit.i, reader.hits[k + 1].j, office, actor, now), 2


def _holder(reader: Reader, i: int, j: int, office: str, actor: Entry, now: bool) -> Mention:
    """Return the holder of an office by name when the day tells, by the office otherwise."""
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
