"""Forms of English verbs and nouns, made by rule; irregular verbs stand in ``irregular.csv``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from daylight.coding.words import words

VOWELS = set("aeiou")
DOUBLING = words("doubling")
"""Verbs that double their last letter: stress cannot be told from spelling."""
EITHER = words("doubling in british")
"""Verbs that double their last letter in British English only."""


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Past and participle of irregular verbs, by base form."""
    path = Path(__file__).parent / "irregular.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {r["base"]: (r["past"], r["participle"]) for r in csv.DictReader(file)}


def plural(noun: str) -> str:
    """Plural of a noun, or third person of a verb."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _stem(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1]
    return base + base[-1] if base in DOUBLING else base


def verb_forms(base: str) -> dict[str, set[str]]:
    """Forms of a verb with what each may be.

    The letters are ``b`` (base), ``s`` (third person), ``d`` (past), ``p`` (participle) and
    ``g`` (the form in -ing).
    """
    stem = _stem(base)
    regular = base[:-1] + "ied" if base.endswith("y") and base[-2] not in VOWELS else stem + "ed"
    regular = base + "d" if base.endswith(("ee", "ye", "oe")) else regular
    past, participle = irregular().get(base, (regular, regular))
    ing = base[:-2] + "ying" if base.endswith("ie") else stem + "ing"
    out: dict[str, set[str]] = {}
    named = (("b", base), ("s", plural(base)), ("d", past), ("p", participle), ("g", ing))
    for tag, form in named:
        forms = form.split("|")
        if base in EITHER and tag in "dpg":
            forms.append(base + base[-1] + form[len(base) :])
        for one in forms:
            out.setdefault(one, set()).add(tag)
    return out
