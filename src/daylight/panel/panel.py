"""Frames of pairs and years with the measures asked for: the data without the question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.periods import FIRST_YEAR
from daylight.core.states import get, members
from daylight.core.status import OUTSIDE_COVERAGE, STATUSES
from daylight.measures import measure
from daylight.measures.coverage import covered
from daylight.measures.measure import Values, fold
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
        every = dict.fromkeys((*self.measures, *names))
        return replace(self, measures=tuple(every))

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

        ``a`` and ``b`` are ISO3 codes, or COW abbreviations where there is none. Undirected
        rows have the lower COW number first. A structural zero is 0; a value that is
        missing or outside coverage is null, and ``_status`` says which.
        """
        import polars as pl

        keys = _keys(self.start, self.end, self.directed)
        code = np.array([""] * 1000, dtype=object)
        for cow in np.unique(keys.a).tolist():
            code[cow] = get(cow).code
        columns: dict[str, Any] = {
            "a": pl.Series(code[keys.a].tolist(), dtype=pl.String),
            "b": pl.Series(code[keys.b].tolist(), dtype=pl.String),
            "a_cow": keys.a.astype(np.int16),
            "b_cow": keys.b.astype(np.int16),
            "year": keys.year.astype(np.int16),
        }
        for name in self.measures:
            columns |= self._columns(name, keys)
        return pl.DataFrame(columns, nan_to_null=True)

    def to_pandas(self) -> Any:
        """Return the frame as pandas.

        Raises
        ------
        MissingExtra
            Without pandas and pyarrow: ``pip install 'daylight-ir[frames]'``.
        """
        from daylight.panel.export import to_pandas

        return to_pandas(self.to_polars())

    def to_arrow(self) -> Any:
        """Return the frame as a pyarrow table.

        Raises
        ------
        MissingExtra
            Without pyarrow: ``pip install 'daylight-ir[frames]'``.
        """
        from daylight.panel.export import to_arrow

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
        from daylight.panel.export import write

        write(self.to_polars(), path)

    def cite(self) -> tuple[str, ...]:
        """Return the papers that define the measures and the sources behind them."""
        from daylight.panel.cite import citations

        return citations(self.atlas or current(), self.measures)

    def _columns(self, name: str, keys: _Keys) -> dict[str, NDArray[Any]]:
        """Return the columns of one measure, lined up with the keys."""
        book, spec = self.atlas or current(), measure(name)
        first, last = covered(book, name)
        start, end = max(self.start, first), min(self.end, last)
        absence = STATUSES.index(spec.absence)
        status = np.full(len(keys.year), absence, np.int8)
        inside = (keys.year >= first) & (keys.year <= last)
        status[~inside] = OUTSIDE_COVERAGE
        blank = 0.0 if spec.absence == "structural_zero" else np.nan
        columns = {part: np.where(inside, blank, np.nan) for part in ("value", "lo", "hi")} | {
            "n": np.zeros(len(keys.year), np.int32),
            "status": status,
        }
        if start <= end:
            values = spec.compute(book, start, end)
            if spec.directed and not self.directed:
                values = fold(values, spec.undirected)
            _fill(columns, keys, values, mirror=self.directed and not spec.directed)
        words = np.array(STATUSES, dtype=object)[columns.pop("status")].tolist()
        found = {name: columns["value"]} | {
            f"{name}_{extra}": columns[extra] for extra in ("lo", "hi", "n") if extra in self.extras
        }
        return found | ({f"{name}_status": words} if "status" in self.extras else {})


@dataclass(frozen=True, slots=True)
class _Keys:
    """The rows of a panel, sorted by year, a and b, and one sortable number for each."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    year: NDArray[np.int64]

    @property
    def number(self) -> NDArray[np.int64]:
        return _number(self.a, self.b, self.year)


def _number(a: Any, b: Any, year: Any) -> NDArray[np.int64]:
    return np.asarray((year * 1000 + a) * 1000 + b, np.int64)


def _keys(start: int, end: int, directed: bool) -> _Keys:
    """Return every pair of states that were members on any day of a year."""
    parts = []
    for year in range(start, end + 1):
        states = np.array(members(year), np.int64)
        if directed:
            a, b = (x.ravel() for x in np.meshgrid(states, states, indexing="ij"))
            a, b = a[a != b], b[a != b]
        else:
            i, k = np.triu_indices(len(states), 1)
            a, b = states[i], states[k]
        parts.append((a, b, np.full(len(a), year, np.int64)))
    a, b, years = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _Keys(a, b, years)


def _fill(columns: dict[str, NDArray[Any]], keys: _Keys, values: Values, mirror: bool) -> None:
    """Put values into the rows of their key; `mirror` gives both directions the same."""
    number = keys.number
    ways = [(values.a, values.b)] + ([(values.b, values.a)] if mirror else [])
    for a, b in ways:
        wanted = _number(a, b, values.year)
        at = np.searchsorted(number, wanted)
        at[at == len(number)] = 0
        hit = number[at] == wanted
        for part in columns:
            columns[part][at[hit]] = getattr(values, part)[hit]


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
    book = atlas or current()
    last = book.last.year
    final = last if end is None else end
    if start > final:
        raise BadInput(f"start {start} is after end {final}; give the earlier year first.")
    if start < FIRST_YEAR or final > last:
        raise OutsideCoverage(
            f"{start} to {final} is outside what the atlas covers; choose years from "
            f"{FIRST_YEAR} to {last}."
        )
    return Panel(start, final, directed, atlas=atlas)
