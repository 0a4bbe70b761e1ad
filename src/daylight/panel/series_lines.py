"""Years of one pair, measure by measure: what a series is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import number_in, years_of_membership
from daylight.core.states import lineage
from daylight.measures import measure
from daylight.measures.align import Pairs
from daylight.measures.measure import Floats, Span
from daylight.measures.narrow import narrowed
from daylight.measures.of_states import state_measure
from daylight.panel.columns import OF_STATES, Extra, of_pairs, of_states, span_of
from daylight.store.atlas import Atlas

Ints = NDArray[np.int64]
BESIDE: tuple[Extra, ...] = ("lo", "hi", "status")


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of a pair, year by year.

    Attributes
    ----------
    name : str
        The measure; with an end, `_ab` and `_ba` for its two directions, `_a` and `_b` for the two
        states.
    measure, title, unit : str
        Of the measure.
    span : (int, int)
        First and last year that the atlas covers.
    year : ndarray of int
        Years in which both states were members, in order.
    value, lo, hi : ndarray of float
        Value and 90 % interval; NaN where there is none.
    status : tuple of str
        How each value is known.
    """

    name: str
    measure: str
    title: str
    unit: str
    span: Span
    year: Ints
    value: Floats
    lo: Floats
    hi: Floats
    status: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Two states followed by lineage: their numbers in each year in which both were members."""

    one: Ints
    other: Ints
    year: Ints

    def since(self, first: int) -> Together:
        """Return the years from the first one on."""
        keep = self.year >= first
        return Together(self.one[keep], self.other[keep], self.year[keep])

    @property
    def numbers(self) -> tuple[int, ...]:
        """All COW numbers of the two."""
        return tuple({*self.one.tolist(), *self.other.tolist()})


def together(one: int, other: int, until: int) -> Together:
    """Return the numbers of two states in each year to `until` in which both were members."""
    years = sorted(years_of_membership(one, until) & years_of_membership(other, until))
    numbers = [[number_in(cow, year) for year in years] for cow in (one, other)]
    return Together(*(np.array(each, np.int64) for each in (*numbers, years)))


def lines(
    atlas: Atlas, both: Together, names: tuple[str, ...], since: int | None, directed: bool
) -> Iterator[Line]:
    """Return the lines of measures, each from the year in which its source begins."""
    world = narrowed(atlas, both.numbers)
    for name in names:
        span = span_of(atlas, name)
        rows = both.since(max(span[0], since or span[0]))
        if not len(rows.year):
            continue
        if name in OF_STATES:
            for end, cow in (("_a", rows.one), ("_b", rows.other)):
                columns = of_states(atlas, name, cow, rows.year, BESIDE)
                yield _line(name, end, span, rows.year, columns)
            continue
        both_ways = directed and measure(name).directed
        for end, a, b in _ways(rows, both_ways):
            pairs = Pairs(a, b, rows.year, both_ways)
            columns = of_pairs(atlas, name, pairs, BESIDE, world)
            yield _line(name, end, span, rows.year, columns)


def _ways(rows: Together, directed: bool) -> list[tuple[str, Ints, Ints]]:
    if directed:
        return [("_ab", rows.one, rows.other), ("_ba", rows.other, rows.one)]
    return [("", np.minimum(rows.one, rows.other), np.maximum(rows.one, rows.other))]


def _line(name: str, end: str, span: Span, year: Ints, columns: dict[str, Any]) -> Line:
    spec = state_measure(name) if name in OF_STATES else measure(name)
    value, lo, hi, status = (columns[f"{name}{beside}"] for beside in ("", "_lo", "_hi", "_status"))
    about = name, spec.title, spec.unit, span
    return Line(f"{name}{end}", *about, year, value, lo, hi, tuple(status))


def changes_of_number(cow: int, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Return the year, the old and the new number of each change of a state's number."""
    for (old, _, _), (new, start, _) in pairwise(lineage(cow)):
        if old != new and first <= start.year <= last:
            yield start.year, old, new
