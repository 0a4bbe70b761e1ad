"""Join hits that belong together: ``Russian`` + ``President`` + ``Vladimir Putin`` is one."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.actors.beside import title_case
from daylight.actors.library import Library
from daylight.actors.meaning import Reader
from daylight.actors.offices import ELECT, between, holder, leader, named, with_office
from daylight.actors.records import Mention
from daylight.actors.scan import Hit
from daylight.actors.settle import around
from daylight.actors.tables import words
from daylight.actors.tokens import Tokens

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


def _from_office(reader: Reader, k: int) -> tuple[Mention | None, int]:
    """``President Putin``, ``the president of Russia``."""
    hit = reader.hits[k]
    office = hit.entries[0].role
    gap = between(reader, k, k + 1)
    if gap is not None and ELECT.issuperset(gap):
        mention, used = named(reader, hit.i, k + 1, office)
        if mention:
            return mention, 1 + used
    if gap in _OF and office:
        actor = reader.actor(k + 1)
        if actor and actor.kind != "place":
            now = k == 0 or not words("not now").intersection(
                reader.cut.words[max(0, hit.i - 1) : hit.i]
            )
            return holder(reader, hit.i, reader.hits[k + 1].j, office, actor, now), 2
    found = reader.leaders(k)  # "the Shah" is an office, and in its time a person
    return (leader(reader, hit.i, k, found) if found else None), 1


def _from_title(reader: Reader, k: int) -> tuple[Mention | None, int]:
    """``Mr Putin``: the name only, as titles are no part of it."""
    if between(reader, k, k + 1) != ():
        return None, 1
    found = reader.leaders(k + 1, titled=True)
    if found:
        return leader(reader, reader.hits[k + 1].i, k + 1, found), 2
    civil = reader.cut.words[reader.hits[k].i] in words("title of a person")
    return None, 2 if civil else 1  # Mr Jordan is no state


def _from_name(reader: Reader, k: int) -> tuple[Mention | None, int]:
    """Read a state, bloc or place, with office and name where they follow; or a leader."""
    hit = reader.hits[k]
    actor = reader.actor(k)
    if actor is None:
        found = reader.leaders(k)
        return (leader(reader, hit.i, k, found) if found else None), 1
    gap = between(reader, k, k + 1)
    if gap is not None and reader.hits[k + 1].kind == "office" and actor.kind != "place":
        joined = with_office(reader, k, actor, gap)
        if joined:
            return joined
    return reader.mention(hit.i, hit.j, actor.kind, actor.name, actor.ids, actor.role), 1
