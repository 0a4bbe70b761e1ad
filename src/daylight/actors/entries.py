"""What a phrase may mean: entries, and the book that holds them by their folded words."""

from __future__ import annotations

from typing import NamedTuple

from daylight.actors.tokens import CAPS, LOWER, shape, tokens

ALWAYS, FOREVER = "", "~"


class Spell(NamedTuple):
    """A person in an office of a state or bloc; days as ISO text, which sorts as days do."""

    code: str
    office: str
    first: str
    last: str


class Person(NamedTuple):
    """A leader with every spell in office, oldest first."""

    name: str
    spells: tuple[Spell, ...]


class Entry(NamedTuple):
    """One meaning of a phrase.

    ``kind`` is a kind of mention, ``office``, ``title`` or ``block`` (no actor at all). ``need``
    says what has to stand beside the phrase: nothing, ``help`` (the state or a title) or ``title``.
    """

    kind: str
    name: str
    ids: tuple[str, ...]
    role: str
    first: str = ALWAYS
    last: str = FOREVER
    need: str = ""
    person: Person | None = None

    def covers(self, day: str) -> bool:
        """Whether the phrase meant this on a day."""
        return self.first <= day <= self.last


class Written(NamedTuple):
    """An entry and how its phrase must be written."""

    entry: Entry
    first: bool
    """The first word needs a capital."""
    last: bool
    """The last word needs a capital."""
    caps: int
    """0, or the number of letters of an abbreviation, which needs capitals all through."""
    hyphen: bool
    """A hyphen must follow."""
    article: bool
    """The article must stand before: the Commonwealth, the Hague."""


class Book:
    """Phrases by their folded words, and how many words the longest from each first word has."""

    def __init__(self) -> None:
        self.phrases: dict[str, list[Written]] = {}
        self.reach: dict[str, int] = {}

    def add(self, phrase: str, entry: Entry, hyphen: bool = False) -> None:
        """Enter a phrase with one of its meanings; a leading article is required, and no part."""
        bare = phrase[4:] if phrase[:4] in ("the ", "The ") else phrase
        self._add(bare, entry, hyphen, article=bare is not phrase)
        if "Saint " in bare:
            self._add(bare.replace("Saint ", "St "), entry, hyphen, article=bare is not phrase)

    def _add(self, phrase: str, entry: Entry, hyphen: bool, article: bool) -> None:
        if phrase.isascii() and phrase.isalpha():
            self._put(phrase.lower(), 1, _written(phrase, phrase, entry, hyphen, article))
            return
        cut = tokens(phrase)
        words = cut.words
        first, last = (phrase[cut.starts[k] : cut.ends[k]] for k in (0, -1))
        self._put(" ".join(words), len(words), _written(first, last, entry, hyphen, article))

    def _put(self, key: str, length: int, written: Written) -> None:
        held = self.phrases.setdefault(key, [])
        if written not in held:
            held.append(written)
        first = key.partition(" ")[0]
        if self.reach.get(first, 0) < length:
            self.reach[first] = length


def _written(first: str, last: str, entry: Entry, hyphen: bool, article: bool) -> Written:
    one = first is last or first == last
    letters = len(first.replace(".", "")) if one and shape(first) == CAPS else 0
    return Written(entry, shape(first) != LOWER, shape(last) != LOWER, letters, hyphen, article)
