"""A sentence with its actors, times and numbers behind marks, which rows of words can name.

``Iran joined the SCO in 2023`` becomes ``‹S0› joined the ‹B1› ‹T2›``. A mark is a letter for what
it stands for and its place in the list: S state, L leader, B bloc, P place, D two states named
before, H somebody meant by "he", T time, N number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from daylight.actors.records import Mention
from daylight.claims.joined import joined
from daylight.claims.numbers import Number, numbers
from daylight.claims.records import Actor, Meant, Window
from daylight.claims.when import windows

MARK = re.compile(r"‹([SLBPDHTN])(\d+)›")
LETTERS = {"state": "S", "people": "S", "leader": "L", "bloc": "B", "place": "P", "pair": "D",
           "he": "H"}  # fmt: skip
Item = Mention | Meant | Window | Number
ACTORS = "SLBPD"
BEFORE = re.compile(r"\b(?:the|its|both|neighbou?ring|former) \Z", re.IGNORECASE)
AFTER = re.compile(r"['’](?:s\b|(?=[ ,.;:)]|$))")
OWNS = re.compile(r"['’]s? [a-z]")
NO_MARKS = str.maketrans("‹›", "<>")
"""A text must not bring marks of its own."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence, and the same with marks.

    Attributes
    ----------
    text, masked : str
    items : tuple of Mention, Meant, Window or Number
        What the marks stand for, by their number.
    starts : tuple of (int, int)
        Where each unchanged stretch begins, in `masked` and in `text`.
    """

    text: str
    masked: str
    items: tuple[Item, ...]
    starts: tuple[tuple[int, int], ...]

    def place(self, position: int) -> int:
        """Return the place in `text` of a place in `masked` that lies outside the marks."""
        k = bisect_right(self.starts, (position, len(self.text))) - 1
        there, here = self.starts[k]
        nearest = self.starts[k + 1][1] if k + 1 < len(self.starts) else len(self.text)
        return min(here + position - there, nearest)

    def named(self, part: str | None, kinds: str = "SLBPDH") -> tuple[Actor, ...]:
        """Return the actors whose marks stand in a part of `masked`, each once."""
        found: dict[tuple[str, ...], Actor] = {}
        for letter, number in MARK.findall(part or ""):
            item = self.items[int(number)]
            if letter not in kinds or not isinstance(item, Mention | Meant):
                continue
            if letter == "D":
                for code in item.ids:
                    found.setdefault((code,), Actor("state", code, (code,)))
            else:
                kind = "leader" if letter == "H" else item.kind
                found.setdefault((item.name, *item.ids), Actor(kind, item.name, item.ids))
        return tuple(found.values())

    def times(self, part: str | None = None) -> tuple[Window, ...]:
        """Return the times in a part of `masked`; in the whole by default."""
        marks = MARK.findall(self.masked if part is None else part)
        found = (self.items[int(number)] for letter, number in marks if letter == "T")
        return tuple(item for item in found if isinstance(item, Window))

    def number(self, part: str | None, money: bool = False) -> Number | None:
        """Return the first number in a part of `masked`; with `money` the first of dollars."""
        if money:
            found = (self.number(m[0]) for m in MARK.finditer(part or "") if m[1] == "N")
            dollars = (number for number in found if number and number.unit == "dollars")
            return next(dollars, None) or self.number(part)
        for letter, number in MARK.findall(part or ""):
            item = self.items[int(number)]
            if letter == "N" and isinstance(item, Number):
                return item
        return None


def masked(
    text: str, mentions: Iterable[Mention], said: Iterable[Meant] = (), on: date | None = None
) -> Masked:
    """Put marks into a sentence.

    Parameters
    ----------
    text : str
    mentions : iterable of Mention
        Who is named in it, in order.
    said : iterable of Meant
        Whom words such as "the union" or "the two" mean, from the context.
    on : date, optional
        Date of the text.
    """
    named = (_owner(text, mention) for mention in joined(text, mentions))
    items: list[tuple[str, Item]] = [(LETTERS[m.kind], m) for m in named]
    for meant in said:
        _add(items, LETTERS[meant.kind], meant)
    for window in windows(text, on):
        _add(items, "T", window)
    for number in numbers(text):
        _add(items, "N", number)
    items.sort(key=lambda each: each[1].start)
    return _marked(text, items)


def _owner(text: str, mention: Mention) -> Mention:
    """Return a capital as its state where it owns what follows: "in Moscow's orbit"."""
    if mention.kind == "place" and mention.role == "capital" and OWNS.match(text, mention.end):
        return replace(mention, kind="state")
    return mention


def _add(items: list[tuple[str, Item]], letter: str, item: Item) -> None:
    """Take in what has none of the words of another."""
    if all(item.end <= other.start or item.start >= other.end for _, other in items):
        items.append((letter, item))


def _marked(text: str, items: Sequence[tuple[str, Item]]) -> Masked:
    plain = text.translate(NO_MARKS)
    parts: list[str] = []
    starts, here, length = [(0, 0)], 0, 0
    for k, (letter, item) in enumerate(items):
        start, end = _wide(text, item, here) if letter in ACTORS else (item.start, item.end)
        mark = f"‹{letter}{k}›"
        parts += [plain[here:start], mark]
        length += start - here + len(mark)
        here = end
        starts.append((length, here))
    whole = "".join([*parts, plain[here:]])
    return Masked(text, whole, tuple(item for _, item in items), tuple(starts))


def _wide(text: str, item: Item, here: int) -> tuple[int, int]:
    """Return the span of a name with the small word before it and its genitive."""
    before, after = BEFORE.search(text, here, item.start), AFTER.match(text, item.end)
    return before.start() if before else item.start, after.end() if after else item.end
