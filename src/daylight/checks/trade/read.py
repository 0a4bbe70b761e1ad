"""Goods that states traded by year, read of an atlas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import isnan

import numpy as np

from daylight.checks.known import Known
from daylight.checks.trade.flow import Flow
from daylight.core.refs import StateRef
from daylight.measures.goods import goods
from daylight.measures.measure import Columns
from daylight.store.atlas import Atlas
from daylight.store.one_pair import of_pair

TABLES = ("trade", "economies")
LEAST_SD = 0.05
"""Log error taken where both sides agree or only one is known: customs lists are no better."""
FIRST = 1946


@dataclass(frozen=True, slots=True)
class _World:
    """A world of a few rows, for :func:`daylight.measures.goods.goods`."""

    tables: Mapping[str, Columns]

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Return the rows."""
        return self.tables[name]

    def rows(self, name: str) -> Columns:
        """Return the same."""
        return self.tables[name]

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Return nothing: trade needs no ties."""
        raise NotImplementedError


@lru_cache(maxsize=4)
def _economies(atlas: Atlas) -> Columns:
    return atlas.rows("economies")


def _flows(columns: Columns, atlas: Atlas, ones: frozenset[int]) -> list[tuple[int, Flow, Flow]]:
    """Return the other side, goods both ways, and goods from the first, of rows of ``trade``."""
    read = goods(_World({"trade": columns, "economies": _economies(atlas)}), 0, 0)
    first = np.isin(read.a, [*ones])
    parts = (
        np.where(first, read.b, read.a), read.year, read.volume * 1e6,
        np.where(first, read.ab, read.ba) * 1e6, np.maximum(read.log_sd, LEAST_SD),
        np.nan_to_num(read.price, nan=1.0),
    )  # fmt: skip
    return [
        (int(cow), Flow(both, sd, int(year), price), Flow(there, sd, int(year), price))
        for cow, year, both, there, sd, price in zip(*(p.tolist() for p in parts), strict=True)
    ]


@lru_cache(maxsize=512)
def _of_pair(
    atlas: Atlas, ones: tuple[int, ...], others: tuple[int, ...]
) -> dict[int, tuple[Flow, Flow]]:
    found = [of_pair(atlas, "trade", one, other) for one, other in product(ones, others)]
    joined = {name: np.concatenate([part[name] for part in found]) for name in found[0]}
    return {both.year: (both, way) for _, both, way in _flows(joined, atlas, frozenset(ones))}


def history(known: Known, a: StateRef, b: StateRef, way: str = "both") -> dict[int, Flow]:
    """Return goods traded by two states in each year in which they are known.

    Parameters
    ----------
    known : Known
    a, b : StateRef
    way : str
        both, or ab for goods from `a` to `b`.
    """
    found = _of_pair(known.atlas, known.numbers(a), known.numbers(b))
    flows = {year: both[way == "ab"] for year, both in sorted(found.items())}
    return {
        year: flow
        for year, flow in flows.items()
        if FIRST <= year <= known.year and not isnan(flow.value)
    }


def between(known: Known, a: StateRef, b: StateRef, year: int, way: str = "both") -> Flow | None:
    """Return goods traded by two states in a year; None where not known."""
    return history(known, a, b, way).get(year)


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner in trade of a state, by its number."""

    cow: int
    flow: Flow


@lru_cache(maxsize=128)
def _of_state(atlas: Atlas, ones: tuple[int, ...], year: int) -> list[tuple[int, Flow, Flow]]:
    marks = ", ".join("?" for _ in ones)
    rows = atlas.rows(
        "trade", f"(a IN ({marks}) OR b IN ({marks})) AND year = ?", (*ones, *ones, year)
    )
    return _flows(rows, atlas, frozenset(ones))


def partners(known: Known, state: StateRef, year: int, way: str = "both") -> list[Partner]:
    """Return all partners of a state in a year, the largest first."""
    if not FIRST <= year <= known.year:
        return []
    rows = _of_state(known.atlas, known.numbers(state), year)
    found = [Partner(cow, there if way == "ab" else both) for cow, both, there in rows]
    return sorted((p for p in found if p.flow.value > 0), key=lambda partner: -partner.flow.value)
