"""Names of columns in programs that take only some: shortened by a rule, never cut in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

ODD = re.compile(r"[^A-Za-z0-9_]")
TYPE = re.compile(r"str[0-9]+")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a program takes as the name of a column.

    Attributes
    ----------
    longest : int
        Letters of a name at most.
    reserved : frozenset of str
        Words that are none, in small letters.
    first : str
        What is put before a name that begins with a digit or an underscore it may not begin with.
    folds : bool
        Whether capital and small letters are the same to it.
    """

    longest: int
    reserved: frozenset[str]
    first: str
    folds: bool


STATA_WORDS = "_all _b byte _coef _cons double float if in int long _n _pi _pred _rc _skip strl"
SPSS_WORDS = "all and by eq ge gt le lt ne not or to with"
STATA = Rules(32, frozenset([*STATA_WORDS.split(), "using", "with"]), "_", False)
SPSS = Rules(64, frozenset(SPSS_WORDS.split()), "v", True)


def fitted(names: Iterable[str], rules: Rules) -> dict[str, str]:
    """Return a name that a program takes for each column; most keep theirs.

    Letters that it does not know become underscores. A name that is too long loses letters at the
    end of its longest word, one by one, until it fits, so that ends such as ``_status`` stay. Two
    that would be alike get numbers.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        made = _fit(name, rules)
        number = 2
        while _key(made, rules) in taken:
            made = _fit(f"{_shorter(name, rules.longest - len(str(number)) - 1)}_{number}", rules)
            number += 1
        taken.add(_key(made, rules))
        found[name] = made
    return found


def _fit(name: str, rules: Rules) -> str:
    made = ODD.sub("_", name) or "_"
    starts = made[0].isdigit() or (made[0] == "_" and rules.first != "_")
    made = f"{rules.first}{made}" if starts else made
    made = f"{made}_" if made.lower() in rules.reserved or TYPE.fullmatch(made) else made
    return _shorter(made, rules.longest).rstrip("_" if rules.folds else "") or made


def _shorter(name: str, longest: int) -> str:
    words = name.split("_")
    while len("_".join(words)) > longest and any(words):
        at = max(range(len(words)), key=lambda k: len(words[k]))
        words[at] = words[at][:-1]
    return "_".join(words)[:longest]


def _key(name: str, rules: Rules) -> str:
    return name.lower() if rules.folds else name


def changed(names: dict[str, str]) -> list[str]:
    """Return a sentence for each column that has another name in the file."""
    return [f"{made} is the column {name}." for name, made in names.items() if made != name]
