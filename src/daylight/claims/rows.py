r"""Rows of words that carry claims, kept as data in the folder ``said``.

A file holds named lists of words and rows. The words of a row are a regular expression over a
masked sentence, in a lighter spelling:

- A line break means nothing, nor does white space beside it. A space that must stand there is
  written ``_``. Within a line a space is a space.
- ``(sub=...)`` is a part with a name, a plain ``(...)`` only holds together.
- ``{join}`` stands for the list of that name, held together; ``{pair trade}`` for the list
  ``pair`` with ``{what}`` in it replaced by ``{trade}``. Lists of ``words.yml`` serve every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, cast

from daylight.claims.clause import pooled
from daylight.claims.records import Comparator, Type

HOME = Path(__file__).parent / "said"
Kind = Literal["belonging", "acts", "ties", "beyond", "cues"]
NAME = re.compile(r"\{([A-Za-z_]+)(?: ([a-z_]+))?\}")
NAMED = re.compile(r"\((\w+)=")
PLAIN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)")
"""What is escaped, what stands in a class, and a bracket that only holds together."""
OWN = re.compile(r"(\\.|\(\?P[<=])|[^\\(]+|\(")
"""Signs that mean something else in capitals, and other words."""


@dataclass(frozen=True)
class Row:
    """Words that carry a claim of a type.

    Attributes
    ----------
    type, relation : str
    words : str
        A regular expression over the masked sentence, or a clause of it. Named parts: ``sub`` and
        ``obj`` for actors, ``n`` for a number, ``t`` for a time, ``word`` for words that the check
        needs, ``neg`` for words that deny.
    needs : str
        The marks that must be there, by letter: ``BS`` for a bloc and a state.
    keys : tuple of str
        One of these small letters must stand in the sentence; none where it is always tried.
    measure, comparator : str or None
    also : str
        A regular expression that must be found besides, capitals told apart.
    """

    type: Type
    relation: str
    words: str
    needs: str
    keys: tuple[str, ...] = ()
    measure: str | None = None
    comparator: Comparator | None = None
    also: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, for a sentence in small letters."""
        return re.compile(self.words)

    @cached_property
    def besides(self) -> re.Pattern[str]:
        """What must be found besides."""
        return re.compile(self.also)

    @cached_property
    def many(self) -> tuple[tuple[str, int], ...]:
        """How many marks of which letters it needs."""
        return pooled(self.needs)

    def may(self, small: str) -> bool:
        """Whether a sentence in small letters holds one of the keys."""
        return not self.keys or any(key in small for key in self.keys)


@cache
def rows(kind: Kind) -> tuple[Row, ...]:
    """Return the rows of a file, in its order."""
    lists = _lists(kind)
    return tuple(_row(given, lists) for given in _read(kind)["rows"])


@cache
def descriptions() -> tuple[Mapping[str, Any], ...]:
    """Return how blocs are described that are not named, row by row."""
    return tuple(_read("described")["rows"])


@cache
def words(name: str, kind: str = "words") -> str:
    """Return a named list of a file as a regular expression that holds together."""
    return _grouped(_expanded(f"{{{name}}}", _lists(kind)))


@cache
def compiled(name: str) -> re.Pattern[str]:
    """Return a named list of ``words.yml`` as whole words, in capitals or not."""
    return re.compile(rf"\b{words(name)}\b", re.IGNORECASE)


@cache
def _read(kind: str) -> dict[str, Any]:
    import yaml  # here because a question that reads no text needs none of it

    text = (HOME / f"{kind}.yml").read_text("utf-8")
    return cast("dict[str, Any]", yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


@cache
def _lists(kind: str) -> Mapping[str, str]:
    own = _read(kind)["words"]
    return {name: _joined(text) for name, text in {**_read("words")["words"], **own}.items()}


def _row(given: Mapping[str, Any], lists: Mapping[str, str]) -> Row:
    def expression(name: str) -> str:
        return _grouped(_expanded(_joined(given.get(name, "")), lists))

    return Row(
        type=given["type"],
        relation=given["relation"],
        words=lowered(expression("words")),
        needs=given["needs"],
        keys=tuple(given["keys"]),
        measure=None if given["measure"] == "none" else given["measure"],
        comparator=None if given["comparator"] == "none" else given["comparator"],
        also=expression("also"),
    )


def lowered(words: str) -> str:
    """Return an expression in small letters; those of Python's own signs stay."""
    return OWN.sub(lambda m: m[0] if m[1] else m[0].lower(), words)


def _joined(text: str) -> str:
    return "".join(_edges(text))


def _edges(text: str) -> Iterator[str]:
    for line in text.splitlines():
        plain = line.strip()
        yield re.sub(r"^_|_$", " ", plain)


def _expanded(text: str, lists: Mapping[str, str]) -> str:
    """Put in the lists that are named."""

    def listed(match: re.Match[str]) -> str:
        inner = lists[match[1]]
        if match[2]:
            inner = inner.replace("{what}", f"{{{match[2]}}}")
        return f"({_expanded(inner, lists)})"

    return NAME.sub(listed, text)


def _grouped(text: str) -> str:
    """Return an expression in the spelling of Python."""
    named = NAMED.sub(r"(?P<\1>", text)
    return PLAIN.sub(lambda m: "(?:" if m[0] == "(" else m[0], named)
