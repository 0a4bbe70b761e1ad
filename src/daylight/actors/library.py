"""All phrases and holders of offices, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from daylight.actors.blocs import add_blocs
from daylight.actors.entries import Book
from daylight.actors.leaders import Holders, add_leaders, add_offices
from daylight.actors.states import add_places, add_states, names


@dataclass(frozen=True, slots=True)
class Library:
    """Phrases, holders of offices, the full name of each code, and the short names of blocs."""

    book: Book
    holders: Holders
    names: dict[str, str]
    blocs: frozenset[str]


@cache
def library() -> Library:
    """Return the library, read from the tables at the first call."""
    book = Book()
    add_states(book)
    add_places(book)
    full = add_blocs(book)
    add_offices(book)
    return Library(book, add_leaders(book), {**names(), **full}, frozenset(full))
