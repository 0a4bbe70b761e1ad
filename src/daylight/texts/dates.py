"""Dates as articles write them, and lines that hold little else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from daylight.core.partial import PartialDate
from daylight.texts.lists import words
from daylight.texts.menus import menu_words

FIRST, LAST = 1600, 2200
"""Years that are read as such."""
LONGEST = 300
"""Characters of a line that is looked through."""
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
"""Names of issues of which the year alone is known, as it is of one of two months."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_NUMBERS = re.compile(
    r"(?<!\d)(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))(?!\d)"
)
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|°)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, and where it stands."""

    when: PartialDate
    start: int
    end: int


@cache
def months() -> dict[str, int]:
    """Return the names of months in small letters, with their numbers."""
    named = enumerate(words("dates")["months"], start=1)
    return {name.split(" ")[-1]: number for number, names in named for name in reversed(names)}


@cache
def _around() -> frozenset[str]:
    named = (name for line in words("dates")["around"] for name in line)
    return frozenset(word for name in named for word in name.split(" ")) | frozenset(months())


@cache
def _changed() -> frozenset[str]:
    return frozenset(words("dates")["changed"])


def dates(text: str) -> Iterator[Found]:
    """Yield the dates in a line, each as precisely as it is written there."""
    text = text[:LONGEST]
    for match in _NUMBERS.finditer(text):
        when = _numbers(match)
        if when:
            yield Found(when, *match.span())
    for match in _EAST.finditer(text):
        when = _date(*(int(part or 0) for part in match.groups()))
        if when:
            yield Found(when, *match.span())
    yield from _named(text)


def date_line(text: str) -> bool:
    """Whether a line says when an article was published or changed, and hardly anything else."""
    if len(text) > LONGEST:
        return False
    tokens = _WORD.findall(_ORDINAL.sub("", text.casefold()))
    known = sum(token.isdigit() or token in _around() or token in menu_words() for token in tokens)
    if not tokens or known < len(tokens) - len(tokens) // 6:
        return False
    if any(dates(text)):
        return True
    return "ago" in tokens and any(token.isdigit() for token in tokens)


def changed(text: str) -> bool:
    """Whether a line is about a change, not about publication."""
    return not _changed().isdisjoint(_WORD.findall(text[:LONGEST].casefold()))


def _named(text: str) -> Iterator[Found]:
    """Yield dates with the name of a month: a day before or after it, and a year."""
    plain = _ORDINAL.sub(lambda m: " " * len(m.group()), text.lower())
    if len(plain) != len(text):
        return
    tokens = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(plain)]
    for i, (token, start, end) in enumerate(tokens):
        month = months().get(token)
        if month is None and token not in SEASONS:
            continue
        if token in SEASONS or (i and tokens[i - 1][0] in months()):
            year = tokens[i + 1] if i + 1 < len(tokens) else ("", 0, 0)
            if _is_year(year[0]):
                yield Found(PartialDate(date(int(year[0]), 1, 1), "year"), start, year[2])
            continue
        after = [t for t in tokens[i + 1 : i + 4] if t[0] not in ("de", "del", "of")][:2]
        before = [t for t in tokens[max(i - 2, 0) : i] if t[0] not in ("de", "of")][-1:]
        day = before[0] if before and _is_day(before[0][0]) else None
        if after and _is_year(after[0][0]):
            year = after[0]
        elif len(after) > 1 and _is_day(after[0][0]) and _is_year(after[1][0]):
            day, year = after[0], after[1]
        else:
            continue
        when = _date(int(year[0]), month or 0, int(day[0]) if day else 0)
        if when:
            first = min(start, day[1]) if day else start
            yield Found(when, first, max(end, year[2]))


def _is_day(token: str) -> bool:
    return token.isdecimal() and len(token) <= 2 and 1 <= int(token) <= 31


def _is_year(token: str) -> bool:
    return token.isdecimal() and len(token) == 4 and FIRST <= int(token) <= LAST


def _numbers(match: re.Match[str]) -> PartialDate | None:
    """Read a date of numbers. Where day and month cannot be told apart, only its year is known."""
    if match[1]:
        return _date(int(match[1]), int(match[3]), int(match[4]))
    first, second, year = int(match[5]), int(match[7]), int(match[8])
    if match[6] == "." or first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else _date(year, 0, 0)


def _date(year: int, month: int, day: int) -> PartialDate | None:
    if not FIRST <= year <= LAST:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(first, "day" if day else "month" if month else "year")
