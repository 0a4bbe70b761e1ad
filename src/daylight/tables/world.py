"""Tables in memory, read as measures read them: the atlas while it is being built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.measures.measure import Columns


class Frames:
    """A world of Polars frames.

    Parameters
    ----------
    frames : mapping
        Tables by name. Yearly tables are sorted by year once, so that a span is a slice.
    """

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self._columns: dict[str, Columns] = {}
        self._years: dict[str, NDArray[np.int64]] = {}
        self._ties: dict[str, dict[str, Columns]] = {}
        for name, frame in frames.items():
            ordered = frame.sort("year") if "year" in frame.columns else frame
            self._columns[name] = {c: _array(ordered[c]) for c in ordered.columns}
            if "year" in frame.columns:
                self._years[name] = ordered["year"].to_numpy()

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Rows of a yearly table from `start` to `end`, both included."""
        first, last = np.searchsorted(self._years[name], [start, end + 1])
        wanted = self._columns[name] if columns is None else columns
        return {c: self._columns[name][c][first:last] for c in wanted}

    def rows(self, name: str) -> Columns:
        """All rows of a table."""
        return self._columns[name]

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Rows of ``ties`` or ``tie_cover`` for one measure that touch `start` to `end`."""
        if name not in self._ties:
            labels = self._columns[name]["measure"]
            self._ties[name] = {
                m: {c: array[labels == m] for c, array in self._columns[name].items()}
                for m in set(labels.tolist())
            }
        mine = self._ties[name].get(measure)
        if mine is None:
            return {c: array[:0] for c, array in self._columns[name].items()}
        touch = (mine["start"] <= end) & (mine["end"] >= start)
        return {c: array[touch] for c, array in mine.items()}


def _array(series: pl.Series) -> NDArray[np.generic]:
    """Return a column as the atlas returns it: objects for text, NaN and NaT for nulls."""
    if series.dtype == pl.String:
        return np.array(series.to_list(), dtype=object)
    return series.to_numpy()
