"""Settle what is open: which of several states, by the rest of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from daylight.actors.entries import Entry, Person
from daylight.actors.scan import Hit
from daylight.actors.tables import parts, rows
from daylight.actors.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Around:
    """What the text names without doubt."""

    words: frozenset[str]
    codes: frozenset[str]
    """States and blocs that are named and could be no other."""
    whole: frozenset[Person]
    """Leaders named in full."""
    people: frozenset[Person]
    """Leaders whose name is of no other state."""


def around(cut: Tokens, hits: Iterable[Hit]) -> Around:
    """Collect what the text names without doubt."""
    codes: set[str] = set()
    people: set[Person] = set()
    whole: set[Person] = set()
    for hit in hits:
        one = hit.entries[0]
        if one.kind in ("state", "people", "bloc", "place") and len(one.ids) == 1:
            codes.update(one.ids)
        free = [e for e in hit.entries if not e.need]
        if len({e.ids for e in free if e.person is not None}) == 1 and one.kind == "leader":
            people.update(e.person for e in free if e.person)
            whole.update(e.person for e in free if e.person and e.role == "name")
            codes.update(one.ids if len(one.ids) == 1 else ())
    return Around(frozenset(cut.words), frozenset(codes), frozenset(whole), frozenset(people))


@cache
def _cues() -> dict[str, dict[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in rows("cues"):
        found.setdefault(row["word"], {})[row["code"]] = frozenset(parts(row["cues"]))
    return found


def settled(word: str, one: Entry, near: Around) -> tuple[str, ...]:
    """Return the codes that the text leaves open for a phrase; empty where it is no actor.

    A code is supported when the text names it otherwise, or has one of its cue words. One code
    with support, and no other with it, is what is meant. Where a word is a part of one state or
    another state, foreign states and blocs speak for the state, though less than its cue words.
    """
    cues = _cues().get(word, {})
    if "" in cues and cues[""] & near.words:
        return ()
    if len(one.ids) == 1:
        return one.ids
    for strong in (True, False):
        supported = [code for code in one.ids if _supported(code, cues.get(code), near, strong)]
        if supported:
            return tuple(supported) if len(supported) == 1 else one.ids
    return one.ids


def _supported(code: str, cues: frozenset[str] | None, near: Around, strong: bool) -> bool:
    if cues is None:
        return code in near.codes
    if cues & near.words:
        return True
    return not strong and "*" in cues and bool(near.codes - {"USA"})
