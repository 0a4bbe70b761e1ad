"""Rows that say where subject and object stand, and the parts of what they match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from daylight.claims.clause import Clause
from daylight.claims.masked import Masked
from daylight.claims.rows import Row, rows, words

BEFORE = re.compile(r"\b(?:neither|none of|no|not one of|nor) $", re.IGNORECASE)
"""Words before a list of actors that deny what follows."""


@cache
def patterns() -> tuple[Row, ...]:
    """Return the rows, those whose claims win over others first."""
    return (*rows("belonging"), *rows("acts"), *rows("ties"))


@cache
def negation() -> re.Pattern[str]:
    """Return what denies."""
    return re.compile(rf"\b{words('denied')}\b|n['’]t\b", re.IGNORECASE)


def matches(row: Row, sentence: Masked, small: str, whole: Clause) -> Iterator[re.Match[str]]:
    """Yield where the words of a row stand in a sentence, given with small letters too."""
    if whole.has(row.many) and row.may(small) and row.besides.search(sentence.masked):
        yield from row.compiled.finditer(sentence.masked)


def part(match: re.Match[str], name: str) -> str | None:
    """Return a named part of a match, None where the row has none of that name."""
    return match[name] if name in match.re.groupindex else None


def denied(match: re.Match[str]) -> bool:
    """Whether the words of a match deny it, or one just before: "neither A nor B"."""
    told = (part(match, "neg"), part(match, "neg_"))
    words = match[0] if told == (None, None) else " ".join(filter(None, told))
    return bool(negation().search(words) or BEFORE.search(match.string, 0, match.start()))
