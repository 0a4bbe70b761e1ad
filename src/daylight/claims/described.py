"""Blocs that a writer describes and does not name: "the oil cartel", "South Asia's association"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from daylight.actors.library import library
from daylight.actors.records import Mention
from daylight.claims.rows import descriptions

BETWEEN = r"(?: (?:economic|customs|trade|trading|security|defen[cs]e|military|regional))?"


@dataclass(frozen=True, slots=True)
class Described:
    """How a bloc is described, and in texts of which years.

    Attributes
    ----------
    bloc : str
        Its short name.
    words : re.Pattern
    years : (int, int)
        First and last year of a text in which the words mean it.
    alone : bool
        Whether they mean it only where the text has named no bloc.
    """

    bloc: str
    words: re.Pattern[str]
    years: tuple[int, int]
    alone: bool


def with_described(
    text: str, mentions: Iterable[Mention], on: date | None, first: bool
) -> tuple[Mention, ...]:
    """Return the mentions of a sentence with the blocs that it describes.

    Parameters
    ----------
    text : str
    mentions : iterable of Mention
        A state within the words of a description is none: "the Bolivarian alliance".
    on : date or None
        Date of the text; of today without one.
    first : bool
        Whether the text has named no bloc yet.
    """
    out = [*mentions]
    first = first and all(m.kind != "bloc" for m in out)
    year = on.year if on else date.max.year
    for each in _described():
        if not each.years[0] <= year <= each.years[1] or (each.alone and not first):
            continue
        for match in each.words.finditer(text):
            out = _taken_in(out, _mention(each, match))
    return tuple(sorted(out, key=lambda m: m.start))


def _taken_in(mentions: list[Mention], new: Mention) -> list[Mention]:
    over = [m for m in mentions if m.start < new.end and new.start < m.end]
    if any(m.kind == "bloc" for m in over):
        return mentions
    return [m for m in mentions if m not in over] + [new]


def _mention(each: Described, match: re.Match[str]) -> Mention:
    name = library().names[each.bloc]
    return Mention(*match.span(), match[0], "bloc", name, (each.bloc,), "epithet")


@cache
def _described() -> tuple[Described, ...]:
    return tuple(
        Described(
            row["bloc"],
            re.compile(row["words"].replace("~", BETWEEN)),
            (row.get("from", 0), row.get("to", 9999)),
            row.get("alone", False),
        )
        for row in descriptions()
    )
