"""Phrases for states: names by date from the registry, names of our own, peoples, capitals."""

from __future__ import annotations

from datetime import date
from functools import cache

from daylight.actors.entries import FOREVER, Book, Entry
from daylight.actors.tables import parts, rows, words
from daylight.core.states import all_states, read_table

# Peoples and authorities that the registry has as no states: code and name.
OTHERS = {"PSE": "Palestine", "VAT": "Holy See"}
_ROLES_OF_PLACES = frozenset({"place", "venue", "city", "base", "facility", "port", "conference"})
_OLD = date(1900, 1, 1)


@cache
def names() -> dict[str, str]:
    """Newest name of each code; where two numbers share a code, of the one that goes on."""
    found = dict(OTHERS)
    for state in sorted(all_states(), key=lambda state: state.spells[-1].end is None):
        found[state.code] = state.name
    return found


def entry(codes: tuple[str, ...], role: str, first: str = "", last: str = "") -> Entry:
    """Entry of one or more states."""
    if role in _ROLES_OF_PLACES:
        kind = "place"
    elif codes[0] in OTHERS:
        kind = "people"
    else:
        kind = "state"
    name = " or ".join(names().get(code, code) for code in codes)
    return Entry(kind, name, codes, role, first, (last or "") + FOREVER)


def add_states(book: Book) -> None:
    """Enter all that stands for a state."""
    _from_registry(book)
    for row in rows("names"):
        codes = tuple(parts(row["codes"]))
        one = entry(codes, row["role"], row["start"], row["end"])
        # The name of a place is its own: Crimea, not Ukraine.
        book.add(row["name"], one._replace(name=row["name"]) if one.kind == "place" else one)
    for row in rows("demonyms"):
        people = entry((row["code"],), "demonym")
        for column in ("adjective", "singular", "plural"):
            for phrase in parts(row[column]):
                book.add(phrase, people)
    for row in rows("cities"):
        codes = tuple(parts(row["codes"]))
        one = entry(codes, row["role"], row["start"], row["end"])
        book.add(row["name"], one._replace(name=row["name"]) if one.kind == "place" else one)
    for row in rows("prefixes"):
        book.add(row["prefix"], entry((row["code"],), "prefix"), hyphen=True)
    for row in rows("blocks"):
        book.add(row["phrase"], Entry("block", row["phrase"], (), row["why"]))


def _from_registry(book: Book) -> None:
    # Kingdoms that ended before 1900 have the names of regions of today.
    codes = {s.cow: s.code for s in all_states() if (s.spells[-1].end or date.max) >= _OLD}
    for state in all_states():
        _one(book, state.name, codes.get(state.cow))
    for row in read_table("eras"):
        _one(book, row["name"], codes.get(int(row["cow"])))
    for row in read_table("aliases"):
        _one(book, row["alias"], None if row["start"] else codes.get(int(row["cow"])))


def _one(book: Book, phrase: str, code: str | None) -> None:
    """Enter a name of the registry, if it is one that a text can hold."""
    if code is None or len(phrase) < 4 or phrase.isupper() or phrase in words("not of a registry"):
        return
    if any(mark in phrase for mark in ",/("):
        return
    book.add(phrase, entry((code,), "name"))


def add_places(book: Book) -> None:
    """Enter bases, sites and ports, each with the state that it lies in."""
    for row in rows("bases"):
        place = Entry("place", row["name"], (row["code"],), row["kind"])
        for phrase in (row["name"], *parts(row["aliases"])):
            book.add(phrase, place)
