"""Made-up articles for the cost of checking: the exam's sentences, shuffled, about other states."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "articles"))

from claims_cases import cases

from daylight.actors.find import find
from daylight.actors.records import Mention
from daylight.core.refs import in_text, ref_of
from daylight.core.states import members

WORDS = 1_000
PARAGRAPH = 4
"""Sentences of a paragraph."""
SINCE, LAST = 2022, 2025
"""Years of which the articles are by default; sentences about a later one are judged as such."""
Names = dict[str, tuple[str, str]]
"""Name and adjective of each state by its code."""


@cache
def _adjectives() -> dict[str, str]:
    home = resources.files("daylight.actors").joinpath("data", "demonyms.csv")
    with home.open(encoding="utf-8") as file:
        rows = [(row["code"], row["adjective"].split(";")[0]) for row in csv.DictReader(file)]
    return {code: adjective for code, adjective in rows if adjective}


@cache
def _sentences() -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    texts = [case["text"] for case in cases("all")]
    return tuple((text, find(text)) for text in texts)


def _states(on: date) -> Names:
    found = [ref_of(cow, on) for cow in members(on.year)]
    return {s.code: (in_text(s.name), _adjectives().get(s.code, s.name)) for s in found}


def articles(count: int, since: int = SINCE, seed: int = 1) -> Iterator[tuple[str, date]]:
    """Yield articles of about 1,000 words with their dates, each about states of its own."""
    chance = random.Random(seed)
    for number in range(count):
        on = date(chance.randint(since, LAST), chance.randint(1, 12), chance.randint(1, 28))
        names = _states(on)
        new: dict[str, str] = {}
        parts, words = [], 0
        while words < WORDS:
            text, mentions = chance.choice(_sentences())
            parts.append(_swapped(text, mentions, names, new, chance))
            words += len(parts[-1].split())
        whole = [" ".join(parts[k : k + PARAGRAPH]) for k in range(0, len(parts), PARAGRAPH)]
        head = f"What the ministers did not say, {number}\n\n{on:%d %B %Y}"
        yield "\n\n".join([head, *whole]) + "\n", on


def _swapped(
    text: str,
    mentions: tuple[Mention, ...],
    names: Names,
    new: dict[str, str],
    chance: random.Random,
) -> str:
    """Return a sentence with each state by another, the same one throughout an article."""
    for mention in reversed(mentions):
        if mention.role not in ("name", "demonym", "capital") or mention.ids[0] not in names:
            continue
        if mention.kind != "state" or not mention.settled:
            continue
        code = new.setdefault(mention.ids[0], chance.choice(sorted(names)))
        told = names[code][mention.role == "demonym"]
        text = text[: mention.start] + told + text[mention.end :]
    return text[:1].upper() + text[1:]
