"""From rows of the table to facts as they stood on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np

from daylight.core.lineages import numbers
from daylight.core.partial import PartialDate, Precision
from daylight.facts.records import Fact, Standing, first_of

Rows = Mapping[str, Any]
"""Columns of ``dated_facts`` by name, of equal length."""


def of_both(a: int, b: int, until: date) -> tuple[str, tuple[Any, ...]]:
    """Return the condition, and its values, of rows of a pair under any of its numbers to a day.

    For :meth:`daylight.store.atlas.Atlas.rows`: Germany was 260 from 1955 to 1990.
    """
    ones, others = numbers(a, until), numbers(b, until)
    marks = [f"({', '.join('?' for _ in group)})" for group in (ones, others)]
    either = f"(a IN {marks[0]} AND b IN {marks[1]} OR a IN {marks[1]} AND b IN {marks[0]})"
    return either, (*ones, *others, *others, *ones)


def condition(a: int, b: int, until: date) -> tuple[str, tuple[Any, ...]]:
    """Return the condition, and its values, of the rows of a pair that :func:`of_pair` needs."""
    either, values = of_both(a, b, until)
    return f"{either} AND day <= ?", (*values, until)


def of_pair(rows: Rows, a: int, b: int, until: date) -> Iterator[tuple[tuple[int, int], Fact]]:
    """Yield each fact of two states that had surely come by a day, with its two numbers.

    A fact known to the year counts from the end of that year, so that none of later is told.

    Parameters
    ----------
    rows : mapping of str to sequence
        Columns of the table; rows of other pairs are passed over.
    a, b : int
        COW numbers, of any time.
    until : date
        The day asked for.
    """
    ones, others = set(numbers(a, until)), set(numbers(b, until))
    names = list(rows)
    for cells in zip(*rows.values(), strict=True):
        row = dict(zip(names, cells, strict=True))
        pair = int(row["a"]), int(row["b"])
        if not ((pair[0] in ones and pair[1] in others) or (pair[0] in others and pair[1] in ones)):
            continue
        day = _day(row["day"])
        if day is None or PartialDate(day, row["precision"]).last > until:
            continue
        yield pair, _fact(row, day, until)


def _fact(row: Mapping[str, Any], day: date, until: date) -> Fact:
    end, open_to = _day(row["until"]), _day(row["open_to"])
    standing: Standing = "event"
    held = PartialDate(day, row["precision"]).last
    if end is not None:
        standing, held = _ended(end, row["until_precision"], until)
    elif open_to is not None:
        standing, held = ("last_seen", open_to) if open_to < until else ("goes_on", until)
    over = standing == "ended"
    return Fact(
        day=day,
        precision=row["precision"],
        until=end if over else None,
        until_precision=row["until_precision"] if over else None,
        standing=standing,
        held=held,
        kind=row["kind"],
        actor=int(row["actor"]),
        text=row["text"],
        weight=int(row["weight"]),
        source=(row["source"],),
        citation=(row["citation"],) if row["citation"] else (),
    )


def _ended(end: date, precision: Precision, until: date) -> tuple[Standing, date]:
    """Return how what has an end stood on a day; `end` is the last day that it can mean."""
    if end <= until:
        return "ended", end
    return ("unsure" if first_of(end, precision) <= until else "goes_on"), until


def _day(value: Any) -> date | None:
    day = np.datetime64(value, "D")
    return None if np.isnat(day) else day.item()
