"""Frames of pairs and years with the measures asked for: the data without the question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.periods import FIRST_YEAR
from daylight.core.states import former_codes, get
from daylight.core.status import STATUSES
from daylight.measures import measure
from daylight.measures.align import Pairs, align, pairs_of_years
from daylight.measures.coverage import covered
from daylight.store.atlas import Atlas, current

if TYPE_CHECKING:
    import polars as pl

Extra = Literal["lo", "hi", "n", "status"]
EXTRAS: tuple[Extra, ...] = ("lo", "hi", "n", "status")


@dataclass(frozen=True)
class Panel:
    """A plan for a frame of dyad-years; nothing is read until a frame is asked for.

    Attributes
    ----------
    start, end : int
        First and last year, both included.
    directed : bool
        Whether each pair has two rows, one in each direction.
    measures : tuple of str
        Names of :data:`daylight.measures.MEASURES`.
    extras : tuple of str
        Columns beside each measure: ``lo``, ``hi``, ``n``, ``status``.
    """

    start: int
    end: int
    directed: bool
    measures: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    atlas: Atlas | None = None

    def add(self, *names: str) -> Panel:
        """Return the panel with more measures, each a column in the order given.

        Raises
        ------
        UnknownName
            For a name that is no measure; near names follow.
        """
        for name in names:
            measure(name)
        return replace(self, measures=tuple(dict.fromkeys((*self.measures, *names))))

    def having(self, *extras: str) -> Panel:
        """Return the panel with ``_lo``, ``_hi``, ``_n`` or ``_status`` beside each measure.

        Raises
        ------
        BadInput
            For another word.
        """
        words = [one_of(extra, EXTRAS, "extra column") for extra in extras]
        return replace(self, extras=tuple(dict.fromkeys((*self.extras, *words))))

    def to_polars(self) -> pl.DataFrame:
        """Return the frame: ``a, b, a_cow, b_cow, year`` and one column a measure.

        ``a`` and ``b`` are ISO3 codes, or COW abbreviations where there is none, or where two
        numbers share a code in the year (:func:`daylight.core.states.former_codes`), so that a
        pair has one row a year. Undirected
        rows have the lower COW number first. Rows are pairs of members of the COW state system:
        votes of a seat in the UN held before that, as Ukraine's to 1991
        (:mod:`daylight.core.seats`), are in none. A structural zero is 0; a value that is
        missing or outside coverage is null, and ``_status`` says which.
        """
        import polars as pl

        rows = pairs_of_years(self.start, self.end, self.directed)
        columns: dict[str, Any] = {
            "a": pl.Series(_codes(rows.a, rows.year), dtype=pl.String),
            "b": pl.Series(_codes(rows.b, rows.year), dtype=pl.String),
            "a_cow": rows.a.astype(np.int16),
            "b_cow": rows.b.astype(np.int16),
            "year": rows.year.astype(np.int16),
        }
        for name in self.measures:
            columns |= self._columns(name, rows)
        return pl.DataFrame(columns, nan_to_null=True)

    def to_pandas(self) -> Any:
        """Return the frame as pandas.

        Raises
        ------
        MissingExtra
            Without pandas and pyarrow: ``pip install 'daylight-ir[frames]'``.
        """
        from daylight.show.libraries import to_pandas

        return to_pandas(self.to_polars())

    def to_arrow(self) -> Any:
        """Return the frame as a pyarrow table.

        Raises
        ------
        MissingExtra
            Without pyarrow: ``pip install 'daylight-ir[frames]'``.
        """
        from daylight.show.libraries import to_arrow

        return to_arrow(self.to_polars())

    def write(self, path: str) -> None:
        """Write the frame to a file whose ending says the format: csv, parquet, dta, json.

        Raises
        ------
        BadInput
            For another ending.
        CannotWrite
            When the file cannot be written; nothing is left half-written.
        """
        from daylight.show.frames import write

        write(self.to_polars(), path)

    def cite(self) -> tuple[str, ...]:
        """Return the papers that define the measures and the sources behind them."""
        from daylight.panel.cite import citations

        return citations(self.atlas or current(), self.measures)

    def _columns(self, name: str, rows: Pairs) -> dict[str, Any]:
        """Return the columns of one measure, lined up with the rows."""
        atlas = self.atlas or current()
        lined = align(atlas, measure(name), rows, covered(atlas, name))
        extras: dict[Extra, Any] = {"lo": lined.lo, "hi": lined.hi, "n": lined.n.astype(np.int32)}
        if "status" in self.extras:
            extras["status"] = np.array(STATUSES, dtype=object)[lined.status].tolist()
        chosen = {f"{name}_{e}": extras[e] for e in EXTRAS if e in self.extras}
        return {name: lined.value} | chosen


def _codes(cow: NDArray[np.int64], year: NDArray[np.int64]) -> list[str]:
    """Return the printed code of each state in its year."""
    code = np.array([""] * 1000, dtype=object)
    for number in np.unique(cow).tolist():
        code[number] = get(number).code
    printed = code[cow]
    for when in np.unique(year).tolist():
        for number, other in former_codes(when).items():
            printed[(cow == number) & (year == when)] = other
    return printed.tolist()


def dyads(
    start: int = FIRST_YEAR,
    end: int | None = None,
    directed: bool = False,
    atlas: Atlas | None = None,
) -> Panel:
    """Start a panel of all pairs of states by year, for people who only want the data.

    Parameters
    ----------
    start, end : int
        First and last year, both included; by default all years that the atlas covers.
    directed : bool
        One row for each pair (default), or one in each direction.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Panel
        Add measures with :meth:`Panel.add`, then :meth:`Panel.to_polars`.

    Raises
    ------
    OutsideCoverage
        For years before 1816 or after the last that the atlas reaches.
    BadInput
        When `start` is after `end`.

    Examples
    --------
    >>> dyads(2016, 2016).add("vote_kappa").to_polars().columns
    ['a', 'b', 'a_cow', 'b_cow', 'year', 'vote_kappa']
    """
    last = (atlas or current()).last.year
    final = last if end is None else end
    if start > final:
        raise BadInput(f"start {start} is after end {final}; give the earlier year first.")
    if start < FIRST_YEAR or final > last:
        raise OutsideCoverage(
            f"{start} to {final} is outside what the atlas covers; choose years from "
            f"{FIRST_YEAR} to {last}."
        )
    return Panel(start, final, directed, atlas=atlas)
