"""Dated facts of one of two states with a third."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from daylight.core.lineages import newest, numbers
from daylight.core.partial import PartialDate, Precision
from daylight.core.refs import StateRef, in_text, ref_of
from daylight.facts.lines import CALLED
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

NAMES = ("a", "b", "day", "precision", "text", "source", "citation")


@dataclass(frozen=True, slots=True)
class OfThird:
    """A fact of one of the two with a third; `who` and `third` are today's COW numbers."""

    who: int
    third: int
    name: str
    third_name: str
    day: date
    precision: Precision
    text: str
    source: str
    citation: str


def with_thirds(
    atlas: Atlas, a: StateRef, b: StateRef, until: date, kind: str, least: int
) -> Iterator[OfThird]:
    """Yield facts of a kind of one of the two with a third, oldest first.

    Parameters
    ----------
    kind : str
        Of dated fact.
    least : int
        Lowest weight.
    """
    sides = numbers(a.cow, until), numbers(b.cow, until)
    ours = (*sides[0], *sides[1])
    rows = [row for side in sides for row in _rows(atlas, side, kind, least)]
    for row in sorted(rows, key=lambda row: (row["day"], row["a"], row["b"], row["source"])):
        if row["day"] > until or (row["a"] in ours and row["b"] in ours):
            continue
        pair = row["a"], row["b"]
        who, third = pair if pair[0] in ours else pair[::-1]
        when, precision, source = row["day"], row["precision"], row["source"]
        last = PartialDate(when, precision).last
        if last <= until:
            yield OfThird(
                newest(who),
                newest(third),
                ref_of(who, last).name,
                in_text(ref_of(third, last).name),
                when,
                precision,
                row["text"],
                source,
                str(row["citation"] or CALLED.get(source, source)),
            )


@lru_cache(maxsize=1024)
def _rows(atlas: Atlas, mine: tuple[int, ...], kind: str, least: int) -> tuple[dict[str, Any], ...]:
    """Return the facts of a kind of one state with others."""
    marks = ", ".join("?" * len(mine))
    where = f"kind = ? AND weight >= ? AND (a IN ({marks})) <> (b IN ({marks}))"
    return tuple(rows_of(atlas.rows("dated_facts", where, (kind, least, *mine, *mine), NAMES)))


def and_more(found: list[OfThird]) -> str:
    """Name the first third state, and say how many more there are."""
    names = list(dict.fromkeys(one.third_name for one in found))
    return names[0] + (f" and {len(names) - 1} more" if len(names) > 1 else "")
