"""How the two of each of many pairs stand, from as few columns as the word for it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.cases import Case, numbers_of
from daylight.bonds.items import SEEN, item_result
from daylight.bonds.pulls import NO_PULL
from daylight.bonds.read import Row
from daylight.bonds.records import ItemResult, LedgerResult, Quantity, Relationship
from daylight.bonds.stands import relationship
from daylight.core.lineages import numbers
from daylight.facts.known import known
from daylight.facts.records import Fact
from daylight.ledgers.items import BY_NAME
from daylight.measures.align import key
from daylight.store.atlas import Atlas, Columns
from daylight.store.schemas.ledgers import Ledger

PROMISE = BY_NAME["promise"]
PROMISES = (
    "a", "b", "year", "promise_ab", "promise_ba", "promise_status", "promise_carried",
    "promise_lo", "promise_hi", "promise_holds",
)  # fmt: skip
"""Columns of ``ledger_items`` that the word needs."""


def relationships(atlas: Atlas, cases: Sequence[Case], until: date) -> tuple[Relationship, ...]:
    """Return how the two of each pair stand, by the rule of a bond, in two queries for all.

    Parameters
    ----------
    atlas : Atlas
    cases : sequence of Case
    until : date
        Wars that had come by this day are known.
    """
    if not cases:
        return ()
    condition, values = _some_state(cases)
    where = f"({condition}) ORDER BY a, b, year"
    promised = _Promises.of(atlas.rows("ledger_items", where, values, PROMISES))
    wars = atlas.rows("dated_facts", f"kind = 'war' AND day <= ? AND ({condition})",
                      (until, *values))  # fmt: skip
    fought = set(zip(wars["a"].tolist(), wars["b"].tolist(), strict=True))
    found = []
    for case in cases:
        pairs = numbers_of(case.a, case.b, case.year)
        facts: tuple[Fact, ...] = ()
        if not fought.isdisjoint(pairs):
            facts = known(wars, case.a.cow, case.b.cow, until, n=None)
        ledgers = _ledgers(case, promised.rows(pairs, case.year))
        found.append(relationship(case.row, ledgers, facts, case.year))
    return tuple(found)


def _some_state(cases: Sequence[Case]) -> tuple[str, tuple[int, ...]]:
    """Return a condition that holds of all rows of the pairs: those of the fewer states of a side.

    A state asked about is on one side of all its pairs, so that one number is looked for.
    """
    ones, others = set[int](), set[int]()
    for case in cases:
        end = date(case.year, 12, 31)
        ones.update(numbers(case.a.cow, end))
        others.update(numbers(case.b.cow, end))
    fewer = sorted(ones if len(ones) <= len(others) else others)
    marks = ", ".join("?" * len(fewer))
    return f"a IN ({marks}) OR b IN ({marks})", (*fewer, *fewer)


@dataclass(frozen=True, slots=True)
class _Promises:
    """Rows of the item by pair, in the order of years; `spans` says where each pair stands."""

    spans: Mapping[tuple[int, int], slice]
    years: NDArray[np.int64]
    seen: NDArray[np.bool_]
    columns: Mapping[str, NDArray[np.float64]]

    @classmethod
    def of(cls, rows: Columns) -> _Promises:
        a, b = (rows[name].astype(np.int64) for name in ("a", "b"))
        firsts = np.flatnonzero(np.diff(key(a, b), prepend=-1))
        ends = [*firsts[1:].tolist(), len(a)]
        spans = {
            (int(a[first]), int(b[first])): slice(first, end)
            for first, end in zip(firsts.tolist(), ends, strict=True)
        }
        columns = {name: np.asarray(rows[name], float) for name in PROMISES[3:]}
        seen = np.isin(columns[PROMISE.status], SEEN)
        return cls(spans, rows["year"].astype(np.int64), seen, columns)

    def rows(self, pairs: Iterable[tuple[int, int]], year: int) -> dict[int, Row]:
        """Return the row of a year and that of the last year seen; of two numbers the later's."""
        found: dict[int, Row] = {}
        for pair in pairs:
            span = self.spans.get(pair, slice(0, 0))
            years = self.years[span]
            past = np.flatnonzero(self.seen[span] & (years <= year))
            for k in {*past[-1:].tolist(), *np.flatnonzero(years == year).tolist()}:
                at = span.start + k
                found[int(years[k])] = {n: float(x[at]) for n, x in self.columns.items()}
        return found


def _ledgers(case: Case, items: Mapping[int, Row]) -> dict[Ledger, LedgerResult]:
    names = (case.a.name, case.b.name)
    promise: tuple[ItemResult, ...] = ()
    if case.year in items:
        promise = (item_result(PROMISE, items, case.year, names, PROMISE.maximum, {}),)
    return {
        name: _ledger(name, q, promise if name == PROMISE.ledger else ())
        for name, q in case.ledgers.items()
    }


def _ledger(name: Ledger, q: Quantity, items: tuple[ItemResult, ...]) -> LedgerResult:
    return LedgerResult(name, q.value, q.lo, q.hi, q.status, 0.0, 0.0, q.holds, NO_PULL, items)
