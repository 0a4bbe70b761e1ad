"""A verdict on a claim, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Word = Literal[
    "supported", "supported under a definition", "contradicted", "mixed", "not enough data",
    "not checkable",
]  # fmt: skip
VERDICTS: tuple[Word, ...] = get_args(Word)
SOME: Word = "supported under a definition"
UNKNOWN: Word = "not enough data"
TURNED: dict[Word, Word] = {
    "supported": "contradicted", "contradicted": "supported", SOME: "mixed",
}  # fmt: skip
"""What becomes of a verdict where the text denies."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that a verdict rests on.

    Attributes
    ----------
    name : str
    value : float or None
        None for a fact without a number.
    lo, hi : float or None
        90 % interval, or the range that sources give; None where the value is a plain fact.
    unit : str
    text : str
        The fact, or the value as people read it.
    source : str
        Citation of the row, or the name of the table.
    """

    name: str
    value: float | None
    lo: float | None
    hi: float | None
    unit: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the data say to a claim.

    Attributes
    ----------
    word : Word
    answer : str
        One sentence with a full stop.
    definition : str or None
        By which definition, where another would change the word.
    query : tuple of str
        Commands that show the rows and values used.
    figures : tuple of Figure
    tables : tuple of str
        Tables of the atlas that it rests on.
    """

    word: Word
    answer: str
    definition: str | None = None
    query: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[str, ...] = ()


def fact(name: str, text: str, source: str) -> Figure:
    """Return a figure without a number."""
    return Figure(name, None, None, None, "", text, source)


def silent(answer: str, query: tuple[str, ...] = (), tables: tuple[str, ...] = ()) -> Verdict:
    """Return that the data do not decide it."""
    return Verdict("not enough data", answer, query=query, tables=tables)


def turned(word: Word, negated: bool) -> Word:
    """Return the verdict on a claim that denies what was looked up."""
    return TURNED.get(word, word) if negated else word


def agreed(words: Iterable[Word]) -> Word:
    """Return the verdict on a claim with several parts: mixed where some hold and others do not."""
    found = set(words)
    if len(found) == 1:
        return found.pop()
    if found == {"supported", SOME}:
        return SOME
    if UNKNOWN in found and len(found) == 2 and "mixed" not in found:
        return UNKNOWN
    return "mixed"
