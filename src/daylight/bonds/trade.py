"""Trade of a pair by year in dollars and shares, as the table of trade has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import numpy as np

from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.measures.goods import goods
from daylight.measures.measure import Columns
from daylight.store.atlas import Atlas

Raw = Mapping[str, tuple[float | None, ...]]
"""Raw values of the two items of trade, as :class:`daylight.bonds.records.ItemResult` has them."""


@dataclass(frozen=True, slots=True)
class _OfPair:
    """A world of one pair, for :func:`daylight.measures.goods.goods`."""

    tables: Mapping[str, Columns]

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Return the rows of the pair, or of its two states."""
        return self.tables[name]

    def rows(self, name: str) -> Columns:
        """Return the same."""
        return self.tables[name]

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Return nothing: a pair's trade needs no ties."""
        raise NotImplementedError


def trade(atlas: Atlas, a: StateRef, b: StateRef, until: int) -> dict[int, Raw]:
    """Return by year the volume in millions of dollars of 2015, and the share of each side.

    Years in which a direction is not known are left out. The first state is `a`.
    """
    end = date(until, 12, 31)
    ones, others = numbers(a.cow, end), numbers(b.cow, end)
    pairs = [atlas.pair("trade", one, other) for one, other in product(ones, others)]
    states = [*ones, *others]
    marks = ", ".join("?" for _ in states)
    sizes = atlas.rows("economies", f"cow IN ({marks})", states)
    read = goods(_OfPair({"trade": _joined(pairs), "economies": sizes}), 0, 0)
    first = np.isin(read.a, ones)
    shares = [np.where(first, read.of_a.share, read.of_b.share),
              np.where(first, read.of_b.share, read.of_a.share)]  # fmt: skip
    return {
        year: {"trade_volume": (_plain(volume),), "trade_share": (_plain(one), _plain(other))}
        for year, volume, one, other in zip(
            read.year.tolist(), read.constant.tolist(), *(s.tolist() for s in shares), strict=True
        )
        if year <= until and not np.isnan(volume)
    }


def _joined(parts: list[Columns]) -> Columns:
    joined: dict[str, Any] = {
        name: np.concatenate([np.asarray(part[name]) for part in parts]) for name in parts[0]
    }
    return joined


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else float(f"{value:.4g}")
