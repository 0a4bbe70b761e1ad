"""Places that no list names, by the words before them: "the listening post at Lourdes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from daylight.claims.months import MONTH
from daylight.claims.records import Meant
from daylight.claims.rows import words

NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|(?:al|el|as|es)-[A-Z][\w-]+)){0,2}"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@cache
def _pattern() -> re.Pattern[str]:
    things = rf"(?i:{words('facility', 'acts')}|{words('forces', 'acts')})"
    return re.compile(
        rf"\b{things}s?(?: [a-z]+){{0,6}} (?:at|near|in|from|off|left|of|on) "
        rf"(?!{MONTH}\b|{DAY}\b)(?P<name>{NAME})"
    )


def open_places(text: str) -> Iterator[Meant]:
    """Yield the names after words for forces and what they stay in; a known name goes first."""
    for match in _pattern().finditer(text):
        name = match["name"].removesuffix("’s").removesuffix("'s")
        start = match.start("name")
        yield Meant(start, start + len(name), "place", name, ())
