"""The dictionary of phrases, of our own making, read from tables into patterns of words.

A phrase is a row of words. ``word_v`` asks for a verb in any form, ``word_n`` for a noun, in one
or many, ``word_a`` for a word that says something of a subject as a verb does, and a bare word
for itself. ``@class`` stands for every word of a class, ``#`` for the name of an actor, and
``..`` lets up to ``GAP`` other words stand between. A phrase after ``<`` has its source where
others have their target: "received aid from". A phrase of a verb and its object is also found in
the passive: "sanctions were imposed".
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from daylight.coding.forms import plural, verb_forms

GAP = 7
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase to look for.

    Attributes
    ----------
    what
        Mode (``intend``, ``reject`` and so on) or concept (``aid_military``) that it tells.
    mode
        Whether ``what`` is a mode: what the source does with a concept.
    words
        What may stand at each place.
    gaps
        How many other words may stand before each place.
    head
        Place of the verb, or -1 where the phrase has none.
    passive
        Whether the object stands first.
    turned
        Whether who acts stands after the verb, as in "received aid from".
    """

    what: str
    mode: bool
    words: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]
    head: int
    passive: bool = False
    turned: bool = False


def rows(name: str) -> list[dict[str, str]]:
    """Rows of one table of this package."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _place(word: str, classes: dict[str, list[str]]) -> frozenset[str]:
    base, _, kind = word.partition("_")
    bases = classes[base[1:]] if base.startswith("@") else [base]
    return frozenset(f"{one}/{kind}" if kind else one for one in bases)


def _parsed(what: str, mode: bool, phrase: str, classes: dict[str, list[str]]) -> Iterator[Pattern]:
    words: list[frozenset[str]] = []
    gaps: list[int] = []
    gap = 0
    turned = phrase.startswith("<")
    for word in phrase.removeprefix("<").split():
        if word == "..":
            gap = GAP
            continue
        words.append(_place(word, classes))
        gaps.append(gap)
        gap = 0
    kinds = [next(iter(place)).rpartition("/")[2] for place in words]
    head = next((i for i, kind in enumerate(kinds) if kind in {"v", "a"}), -1)
    yield Pattern(what, mode, tuple(words), tuple(gaps), head, turned=turned)
    if head == 0 and not turned and kinds[-1] == "n" and kinds.count("v") == 1:
        verb = frozenset(one[:-2] + "/p" for one in words[0])
        particles = [w for w, k in zip(words, kinds, strict=True) if k not in {"v", "n"}]
        if not particles:
            order = (*words[1:], verb)
            yield Pattern(what, mode, order, (0, *gaps[2:], GAP), len(order) - 1, passive=True)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every phrase of the dictionary."""
    classes = {row["class"]: row["words"].split() for row in rows("classes")}
    found: list[Pattern] = []
    for name, column in (("modes", "mode"), ("phrases", "concept")):
        for row in rows(name):
            for phrase in row["phrases"].split(" ; "):
                found += _parsed(row[column], column == "mode", phrase.strip(), classes)
    return tuple(found)


@cache
def by_first_word() -> dict[str, tuple[Pattern, ...]]:
    """Return the phrases by what may stand first, the longest first."""
    out: dict[str, list[Pattern]] = {}
    for pattern in patterns():
        for word in pattern.words[0]:
            out.setdefault(word, []).append(pattern)
    return {word: tuple(sorted(found, key=lambda p: -len(p.words))) for word, found in out.items()}


@cache
def readings() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each form of a word of the dictionary, what it may be: base and kind of form.

    The kinds are those of :func:`daylight.coding.forms.verb_forms`, ``n`` for a noun, and an
    empty text for a word that stands for itself.
    """
    out: dict[str, set[tuple[str, str]]] = {}
    for place in {word for pattern in patterns() for p in pattern.words for word in p}:
        base, _, kind = place.partition("/")
        if kind == "n":
            for form in (base, plural(base)):
                out.setdefault(form, set()).add((base, "n"))
        elif kind in {"v", "p"}:
            for form, tags in verb_forms(base).items():
                out.setdefault(form, set()).update((base, tag) for tag in tags)
        else:
            out.setdefault(base, set()).add((base, kind))
    return {form: tuple(sorted(found)) for form, found in out.items()}
