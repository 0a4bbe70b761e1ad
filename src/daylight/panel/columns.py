"""Columns of a frame: each measure lined up with the rows, with what stands beside it."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.lineages import NUMBERS
from daylight.core.states import former_codes, get
from daylight.core.status import MISSING, OUTSIDE_COVERAGE, STATUSES
from daylight.measures import measure
from daylight.measures.align import Pairs, align, line_up
from daylight.measures.coverage import covered
from daylight.measures.measure import Span, World
from daylight.measures.of_states import STATE_MEASURES, state_measure
from daylight.measures.state_measure import StateMeasure, StateValues
from daylight.store.atlas import Atlas

Extra = Literal["lo", "hi", "n", "status"]
EXTRAS: tuple[Extra, ...] = ("lo", "hi", "n", "status")
OF_STATES = frozenset(m.name for m in STATE_MEASURES)
Ints = NDArray[np.int64]


def span_of(atlas: Atlas, name: str) -> Span:
    """Return the covered years of a measure of pairs or of states."""
    return state_measure(name).span(atlas) if name in OF_STATES else covered(atlas, name)


def of_pairs(
    atlas: Atlas, name: str, rows: Pairs, extras: tuple[Extra, ...], world: World | None = None
) -> dict[str, Any]:
    """Return the columns of a measure of pairs, read from `world`, or from all of the atlas."""
    if not len(rows.year):
        return _columns(name, (np.zeros(0),) * 3, np.zeros(0, np.int8), extras, np.zeros(0))
    lined = align(world or atlas, measure(name), rows, covered(atlas, name))
    return _columns(name, (lined.value, lined.lo, lined.hi), lined.status, extras, lined.n)


def of_states(
    atlas: Atlas, name: str, cow: Ints, year: Ints, extras: tuple[Extra, ...], end: str = ""
) -> dict[str, Any]:
    """Return the columns of a measure of states, whose names end in `end`."""
    spec = state_measure(name)
    span = spec.span(atlas)
    ends, status = [np.full(len(year), np.nan) for _ in range(3)], _absence(year, span)
    found = _found(atlas, spec, year, span)
    if found is not None:
        keys, mine = year * NUMBERS + cow, found.year * NUMBERS + found.cow
        order = np.argsort(mine)
        # Rows of pairs hold a state many times: look each of them up among the values.
        at, known = line_up(mine[order], keys)
        for column, part in zip(ends, (found.value, found.lo, found.hi), strict=True):
            column[known] = part[order][at]
        status[known] = found.status[order][at]
    return _columns(f"{name}{end}", tuple(ends), status, extras)


def _found(atlas: Atlas, spec: StateMeasure, year: Ints, span: Span) -> StateValues | None:
    if not len(year):
        return None
    first, last = max(int(year.min()), span[0]), min(int(year.max()), span[1])
    return spec.compute(atlas, first, last) if first <= last else None


def _absence(year: Ints, span: Span) -> NDArray[np.int8]:
    inside = (year >= span[0]) & (year <= span[1])
    return np.where(inside, MISSING, OUTSIDE_COVERAGE).astype(np.int8)


def _columns(
    name: str, ends: tuple[Any, ...], status: Any, extras: tuple[Extra, ...], n: Any = None
) -> dict[str, Any]:
    value, lo, hi = ends
    beside: dict[str, Any] = {"lo": lo, "hi": hi}
    if n is not None:
        beside["n"] = np.asarray(n).astype(np.int32)
    if "status" in extras:
        beside["status"] = np.array(STATUSES, dtype=object)[status.astype(int)].tolist()
    return {name: value} | {f"{name}_{e}": beside[e] for e in EXTRAS if e in extras and e in beside}


def codes(cow: Ints, year: Ints) -> list[str]:
    """Return the printed code of each state in its year, of which no two are alike."""
    code = np.array([""] * NUMBERS, dtype=object)
    for number in np.unique(cow).tolist():
        code[number] = get(number).code
    printed = code[cow]
    for when in np.unique(year).tolist():
        for number, other in former_codes(when).items():
            printed[(cow == number) & (year == when)] = other
    return printed.tolist()
