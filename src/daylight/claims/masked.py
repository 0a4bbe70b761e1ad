"""A sentence with its actors, times and numbers behind marks, which patterns can name.

``Iran joined the SCO in 2023`` becomes ``‹S0› joined the ‹B1› ‹T2›``. A mark is a letter for what it
stands for and its place in the list: S state, L leader, B bloc, P place, D two states named before,
T time, N number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from daylight.actors.records import Mention
from daylight.claims.numbers import Number, numbers
from daylight.claims.records import Actor, Window
from daylight.claims.when import windows

MARK = re.compile(r"‹([SLBPDTN])(\d+)›")
LETTERS = {"state": "S", "people": "S", "leader": "L", "bloc": "B", "place": "P", "pair": "D"}
TITLE = re.compile(
    r"[ ,]*(?:the )?(?:then[- ])?(?:former |late |prime |foreign |defen[cs]e |interim |acting |vice[- ])*"
    r"(?:president|premier|minister|chancellor|king|queen|leader|secretary(?: of state)?|general|"
    r"marshal|colonel|sultan|emir|shah|emperor|chairman|first secretary|head of state|dictator|"
    r"strongman|ruler|autocrat|monarch|counterpart|mr\.?)?[ ,]*",
    re.IGNORECASE,
)
Item = Mention | Window | Number


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence, and the same with marks.

    Attributes
    ----------
    text, masked : str
    items : tuple of Mention, Window or Number
        What the marks stand for, by their number.
    starts : tuple of (int, int)
        Where each unchanged stretch begins, in `masked` and in `text`.
    on : date or None
        Date of the text.
    """

    text: str
    masked: str
    items: tuple[Item, ...]
    starts: tuple[tuple[int, int], ...]
    on: date | None

    def place(self, position: int) -> int:
        """Return the place in `text` of a place in `masked` that lies outside the marks."""
        k = bisect_right(self.starts, (position, len(self.text))) - 1
        there, here = self.starts[k]
        nearest = self.starts[k + 1][1] if k + 1 < len(self.starts) else len(self.text)
        return min(here + position - there, nearest)

    def named(self, part: str | None, kinds: str = "SLBPD") -> tuple[Actor, ...]:
        """Return the actors whose marks stand in a part of `masked`, each once."""
        found: dict[tuple[str, ...], Actor] = {}
        for letter, number in MARK.findall(part or ""):
            item = self.items[int(number)]
            if letter not in kinds or not isinstance(item, Mention):
                continue
            if letter == "D":
                for code in item.ids:
                    found.setdefault((code,), Actor("state", code, (code,)))
            else:
                found.setdefault((item.name, *item.ids), Actor(item.kind, item.name, item.ids))
        return tuple(found.values())

    def times(self, part: str | None = None) -> tuple[Window, ...]:
        """Return the times in a part of `masked`; in the whole by default."""
        marks = MARK.findall(self.masked if part is None else part)
        found = (self.items[int(number)] for letter, number in marks if letter == "T")
        return tuple(item for item in found if isinstance(item, Window))

    def number(self, part: str | None) -> Number | None:
        """Return the first number in a part of `masked`."""
        for letter, number in MARK.findall(part or ""):
            item = self.items[int(number)]
            if letter == "N" and isinstance(item, Number):
                return item
        return None


def masked(
    text: str, mentions: Iterable[Mention], said: Iterable[Mention] = (), on: date | None = None
) -> Masked:
    """Put marks into a sentence.

    Parameters
    ----------
    text : str
    mentions : iterable of Mention
        Who is named in it, in order.
    said : iterable of Mention
        Whom words such as "the union" or "the two" mean, from the context.
    on : date, optional
        Date of the text.
    """
    items: list[tuple[int, int, str, Item]] = []
    for mention in _joined(text, [*mentions]):
        items.append((mention.start, mention.end, LETTERS[mention.kind], mention))
    taken = [(start, end) for start, end, _, _ in items]
    for rest, letter in ((said, None), (windows(text, on), "T"), (numbers(text), "N")):
        for item in rest:
            if _free(item.start, item.end, taken):
                items.append((item.start, item.end, letter or LETTERS[item.kind], item))
                taken.append((item.start, item.end))
    items.sort(key=lambda each: each[0])
    parts, starts, here, length = [], [(0, 0)], 0, 0
    for k, (start, end, letter, _) in enumerate(items):
        mark = f"‹{letter}{k}›"
        parts += [text[here:start], mark]
        length += start - here + len(mark)
        here = end
        starts.append((length, end))
    return Masked(
        text, "".join([*parts, text[here:]]), tuple(item for *_, item in items), tuple(starts), on
    )


def _free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return all(end <= left or start >= right for left, right in taken)


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with "Iranian President Hassan Rouhani" as the one person."""
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if (
            before is not None
            and mention.kind == "leader"
            and before.kind in ("state", "people")
            and set(before.ids) & set(mention.ids)
            and mention.start - before.end < 60
            and TITLE.fullmatch(text, before.end, mention.start)
        ):
            out[-1] = Mention(
                before.start, mention.end, text[before.start : mention.end], "leader",
                mention.name, mention.ids, mention.role,
            )  # fmt: skip
        else:
            out.append(mention)
    return out
