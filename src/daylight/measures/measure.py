"""What a measure is: one number for each pair of states and year, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from daylight.core.status import Status
from daylight.store.schemas import table

Floats = NDArray[np.float64]
Columns = Mapping[str, NDArray[Any]]
Span = tuple[int, int]
"""First and last covered year, both included."""
Undirected = Literal["same", "lower", "higher", "absolute", "known"]
CODED = "coded fact: its ends equal the value"
"""What is said of the interval of a fact whose error is in the coding rules."""


class World(Protocol):
    """Where a measure reads from: the atlas, or a small invented world in a test."""

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Rows of a yearly table from `start` to `end`, both included; `columns` alone if given."""

    def rows(self, name: str) -> Columns:
        """All rows of a table."""

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Rows of ``ties`` or ``tie_cover`` for one measure that touch `start` to `end`."""


@dataclass(frozen=True, slots=True)
class Values:
    """Values of one measure for many pairs and years; all arrays have one length.

    Attributes
    ----------
    a, b, year : ndarray of int
        COW numbers and calendar year. For an undirected measure a < b; for a directed one
        the value is of a towards b, and both orders have their row.
    value, lo, hi : ndarray of float
        Value and 90 % interval. The ends equal the value for coded facts, whose error is in
        the coding rules and not in sampling; NaN where there is no value.
    n : ndarray of int
        Observations behind the value (roll calls); 0 where that has no meaning.
    status : ndarray of int8
        Codes of :data:`daylight.core.status.STATUSES`.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    year: NDArray[np.int64]
    value: Floats
    lo: Floats
    hi: Floats
    n: NDArray[np.int64]
    status: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Measure:
    """One entry of :data:`daylight.measures.MEASURES`.

    Attributes
    ----------
    name : str
        Column name in a panel.
    title : str
        Name for people.
    unit : str
        Unit of the value, in words.
    about : str
        What it says, how it counts and where it misleads: first a sentence, then paragraphs.
    low, high : float
        Bounds that no value may leave.
    directed : bool
        Whether the value of a towards b may differ from that of b towards a.
    undirected : {"same", "lower", "higher", "absolute", "known"}
        How two directed values become one for an undirected pair; "known" is the higher of
        those that are known.
    table : str
        Table of the atlas that it is made from.
    absence : Status
        What it means that a pair has no row in a covered year: ``structural_zero`` where
        the source lists every case, ``missing`` where it does not.
    interval : str
        What its interval stands for, in words.
    citation : str
        Paper that defines it.
    method : str
        Page of ``docs/methods`` with its formula.
    compute : callable
        From a world and the first and last year to values.
    sources : tuple of str
        Where its sources are not those of its table: the ones that it rests on. A coded tie
        always names them, and this is the one place where they stand.
    supplied : str or None
        The one of its sources that may not be passed on: only an atlas that was built with a
        file of the user's own holds the measure.
    fraction : bool
        Whether the value is a fraction that readers know as a percentage.
    span : callable or None
        From a world to the covered years, for a measure that is worked out when it is asked for.
        None where the table ``coverage`` of the atlas has its years.
    """

    name: str
    title: str
    unit: str
    about: str
    low: float
    high: float
    directed: bool
    undirected: Undirected
    table: str
    absence: Status
    interval: str
    citation: str
    method: str
    compute: Callable[[World, int, int], Values]
    sources: tuple[str, ...] = ()
    supplied: str | None = None
    fraction: bool = False
    span: Callable[[World], Span] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "about", cleandoc(self.about))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Sources that its values rest on: its own, else those of its table."""
        return self.sources or table(self.table).sources


def coded(a: Any, b: Any, year: Any, value: Any) -> Values:
    """Return values of a coded fact: each is observed and its own interval."""
    number = np.asarray(value, float)
    return Values(
        np.asarray(a, np.int64),
        np.asarray(b, np.int64),
        np.asarray(year, np.int64),
        number,
        number,
        number,
        np.zeros(len(number), np.int64),
        np.where(np.isnan(number), 2, 0).astype(np.int8),
    )


def both_ways(columns: Columns, forth: str, back: str) -> tuple[Any, Any, Any, Floats]:
    """Return a, b, year and value with the rows of both orders of each pair."""
    a, b, year = columns["a"], columns["b"], columns["year"]
    value = np.concatenate([columns[forth], columns[back]]).astype(float)
    return np.concatenate([a, b]), np.concatenate([b, a]), np.concatenate([year, year]), value


def fold(values: Values, rule: Undirected) -> Values:
    """Turn directed values into one for each pair, a < b, by `rule`.

    A pair lacks a value where either direction does, but by "known" only where both do.
    """
    forth, back = values.a < values.b, values.a > values.b
    order = np.lexsort((values.b[forth], values.a[forth], values.year[forth]))
    other = np.lexsort((values.a[back], values.b[back], values.year[back]))
    one, two = np.flatnonzero(forth)[order], np.flatnonzero(back)[other]
    x, y = values.value[one], values.value[two]
    if rule == "absolute":
        take = x >= 0
    elif rule == "lower":
        take = x <= y
    else:
        take = x >= y
    if rule == "known":
        pick = np.where((x >= y) | np.isnan(y), one, two)
        status = np.minimum(values.status[one], values.status[two])
    else:
        pick = np.where(take & ~np.isnan(y) | np.isnan(x), one, two)
        status = np.maximum(values.status[one], values.status[two])
    return Values(
        values.a[one],
        values.b[one],
        values.year[one],
        values.value[pick],
        values.lo[pick],
        values.hi[pick],
        values.n[pick],
        status,
    )
