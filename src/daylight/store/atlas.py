"""Read an atlas: rows of a table as arrays, and free SQL that can only read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import AtlasDamaged, AtlasTooOld, BadQuery, ReadOnly
from daylight.core.request import Scope
from daylight.store import manifest as manifests
from daylight.store.damage import damage
from daylight.store.manifest import Manifest
from daylight.store.schemas import TABLES, VOTE_COUNTS, table

if TYPE_CHECKING:
    import polars as pl

ATLAS = "DAYLIGHT_ATLAS"
Columns = Mapping[str, NDArray[Any]]
"""Arrays of equal length by column name. Missing numbers are NaN, missing texts are None."""
_FAILURES = (duckdb.Error, UnicodeDecodeError)
"""What the engine raises; the second where its message quotes the bytes of a torn file."""


class Atlas:
    """A read-only atlas in a folder of Parquet files, read through DuckDB.

    Parameters
    ----------
    folder : Path
        Where ``atlas.json`` lies.

    Raises
    ------
    AtlasDamaged
        When the manifest or a table it names is missing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: Manifest = manifests.read(folder)
        try:
            self._connection = _connect(folder, self.manifest)
        except _FAILURES:
            self._blame_the_files()
            raise

    @property
    def scope(self) -> Scope:
        """What can be asked about: the id of the atlas, and its newest date."""
        return Scope(self.manifest.id, self.last)

    @property
    def last(self) -> date:
        """Last date that a question may be asked for: the date of the newest source."""
        return date.fromisoformat(self.manifest.last)

    def rows(self, name: str, where: str = "true", params: Sequence[Any] = ()) -> Columns:
        """Return the rows of a table that satisfy an SQL condition, as arrays.

        Parameters
        ----------
        name : str
            Table name.
        where : str
            Condition with ``?`` for each of `params`.
        params : sequence
            Values for the condition.
        """
        columns = ", ".join(f'"{c}"' for c in table(name).columns)
        return self._fetch(f'SELECT {columns} FROM "{name}" WHERE {where}', params)

    def years(self, name: str, start: int, end: int) -> Columns:
        """Return the rows of a yearly table from `start` to `end`, both included.

        Those of one year are kept, since several measures of a question read the same; they
        cannot be written to.
        """
        if start == end:
            return _one_year(self, name, start)
        return self.rows(name, "year BETWEEN ? AND ?", (start, end))

    def pair(self, name: str, a: int, b: int) -> Columns:
        """Return all rows of a dyad table for one pair of COW numbers, oldest first."""
        low, high = sorted((a, b))
        return self.rows(name, "a = ? AND b = ? ORDER BY year", (low, high))

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Return the rows of ``ties`` or ``tie_cover`` of one measure that touch a span."""
        found = _ties(self, name, start, end)
        return found.get(measure) or {c: array[:0] for c, array in found[""].items()}

    def vote_sums(self, start: int, end: int) -> dict[str, Columns]:
        """Return joint vote counts of all pairs summed over years, by issue and ``all``."""
        sums = ", ".join(f"sum({c})::INTEGER AS {c}" for c in VOTE_COUNTS)
        span = "WHERE year BETWEEN ? AND ? GROUP BY ALL ORDER BY issue, a, b"
        every = self._fetch(f"SELECT 'all' AS issue, a, b, {sums} FROM votes {span}", (start, end))
        split = self._fetch(f"SELECT issue, a, b, {sums} FROM issue_votes {span}", (start, end))
        codes, firsts = np.unique(split["issue"].astype(str), return_index=True)
        bounds = [*firsts.tolist(), len(split["issue"])]
        found: dict[str, Columns] = {"all": every}
        for code, first, last in zip(codes.tolist(), bounds[:-1], bounds[1:], strict=True):
            found[code] = {name: array[first:last] for name, array in split.items()}
        return found

    def nearest(
        self, name: str, column: str, step: float, target: Mapping[str, float], last: int, n: int
    ) -> list[dict[str, float]]:
        """Return the pair-years of a table by dimension that are nearest to a profile.

        Parameters
        ----------
        name, column : str
            Table and column of the values, stored in units of `step`.
        target : mapping of str to float
            Value wanted in each dimension; pair-years that lack one are left out.
        last : int
            Last year looked at.
        n : int
            Rows returned, nearest first: a, b, year, a value for each dimension, distance.
        """
        at = [f"max({column}) FILTER (dimension = ?) AS {d}" for d in target]
        squares = " + ".join(f"power({d} * {step} - ?, 2)" for d in target)
        there = " AND ".join(f"{d} IS NOT NULL" for d in target)
        query = (
            f"WITH wide AS (SELECT a, b, year, {', '.join(at)} FROM {name} WHERE year <= ? "
            f"GROUP BY a, b, year) SELECT *, sqrt(({squares}) / {len(target)}) AS distance "
            f"FROM wide WHERE {there} ORDER BY distance, year DESC, a, b LIMIT {int(n)}"
        )
        found = self._fetch(query, (*target, last, *target.values()))
        columns = {c: array.tolist() for c, array in found.items()}
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def held(self, issue: str, start: int, end: int) -> int:
        """Return how many recorded votes there were on an issue from `start` to `end`."""
        query = "SELECT coalesce(sum(held), 0)::INTEGER AS n FROM rollcalls WHERE issue = ?"
        return int(self._fetch(f"{query} AND year BETWEEN ? AND ?", (issue, start, end))["n"][0])

    def coverage(self, measure: str) -> tuple[int, int]:
        """Return the first and last covered year of a measure or bond dimension.

        Raises
        ------
        AtlasTooOld
            When the atlas was built before there was such a measure. Why one from a file of the
            user's own is not there, :func:`daylight.measures.coverage.covered` says.
        """
        found = self.spans().get(measure)
        if found is None:
            raise AtlasTooOld(
                f"The atlas at {self.folder} does not hold {measure}; it is older than this "
                f"Daylight: rebuild it with `daylight atlas build`."
            )
        return found

    def spans(self) -> dict[str, tuple[int, int]]:
        """Return the covered years of every measure and bond dimension."""
        return _coverage(self)

    def sql(self, query: str) -> pl.DataFrame:
        """Run one SELECT over the tables of the atlas.

        Raises
        ------
        ReadOnly
            When the statement is anything but one query.
        BadQuery
            When DuckDB cannot run it.
        AtlasDamaged
            When it cannot run since a file of the atlas differs from the manifest.
        """
        try:
            statements = self._connection.extract_statements(query)
            if not statements:
                raise BadQuery("The query is empty; write one SELECT.")
            if [s.type for s in statements] != [duckdb.StatementType.SELECT]:
                raise ReadOnly(
                    "The atlas is read-only and takes one query at a time; write one SELECT. "
                    "To keep a result, use --format csv or the panel command."
                )
            cursor = self._connection.cursor().execute(query)
            columns = cursor.fetchnumpy()
        except duckdb.PermissionException as error:
            raise ReadOnly(f"Only the tables of the atlas can be read: {_line(error)}.") from None
        except _FAILURES as error:
            if not isinstance(error, duckdb.ParserException):
                self._blame_the_files()
            names = ", ".join(t.name for t in TABLES)
            raise BadQuery(f"{_line(error)}. Tables: {names}.") from None
        return _frame(columns, [str(c[1]) == "DATE" for c in cursor.description or ()])

    def _fetch(self, query: str, params: Sequence[Any]) -> Columns:
        try:
            found = self._connection.cursor().execute(query, list(params)).fetchnumpy()
        except _FAILURES:
            self._blame_the_files()
            raise
        return {name: _plain(np.ma.asanyarray(array)) for name, array in found.items()}

    def _blame_the_files(self) -> None:
        """Say that the atlas is damaged where it is; any other failure is something else.

        The kind of an engine's error does not tell: a cast in a query and a torn file give
        the same. Only the manifest does.
        """
        wrong = damage(self.folder, self.manifest)
        if wrong:
            raise AtlasDamaged(
                f"The atlas at {self.folder} is damaged: {wrong}; check it with "
                f"`daylight atlas verify`, then reinstall or rebuild."
            ) from None


def _connect(folder: Path, manifest: Manifest) -> duckdb.DuckDBPyConnection:
    """Open an in-memory connection that sees the tables and can touch nothing else."""
    gone = [t.file for t in manifest.tables if not (folder / t.file).is_file()]
    if gone:
        raise AtlasDamaged(
            f"The atlas at {folder} lacks {', '.join(gone)}; reinstall, or rebuild with "
            f"`daylight atlas build`."
        )
    connection = duckdb.connect(":memory:")
    # In a notebook without ipywidgets it is off, and the engine refuses even to turn it off.
    if connection.execute("SELECT current_setting('enable_progress_bar')").fetchall()[0][0]:
        connection.execute("SET enable_progress_bar = false")
    for file in manifest.tables:
        path = str(folder / file.file).replace("'", "''")
        connection.execute(f"CREATE VIEW \"{file.name}\" AS SELECT * FROM read_parquet('{path}')")
    allowed = str(folder).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{allowed}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _plain(array: NDArray[Any]) -> NDArray[Any]:
    """Turn a masked array into a plain one: NaN for missing numbers, None for texts."""
    plain, mask = np.ma.getdata(array), np.ma.getmaskarray(array)
    if not mask.any():
        return plain
    if plain.dtype.kind == "M":
        return np.where(mask, np.datetime64("NaT"), plain)
    if plain.dtype.kind in "fiu":
        return np.where(mask, np.nan, plain)
    texts = plain.astype(object)
    texts[mask] = None
    return texts


def _frame(columns: Mapping[str, Any], dates: Sequence[bool]) -> pl.DataFrame:
    """Turn a result into a Polars frame. DuckDB's own way there needs pyarrow."""
    import polars as pl

    made = []
    for (name, found), is_date in zip(columns.items(), dates, strict=True):
        try:
            series = _series(name, np.ma.asanyarray(found))
        except (TypeError, ValueError, OverflowError, pl.exceptions.PolarsError) as error:
            raise BadQuery(
                f"The column {name!r} cannot be put in a frame ({_line(error)}); cast it, as in "
                f'"{name}"::VARCHAR.'
            ) from None
        made.append(series.cast(pl.Date) if is_date else series)
    return pl.DataFrame(made)


def _series(name: str, array: np.ma.MaskedArray[Any, Any]) -> pl.Series:
    import polars as pl

    values, masked = np.ma.getdata(array), np.ma.getmaskarray(array)
    if values.dtype == object:
        lists = [v.tolist() if isinstance(v, np.ndarray) else v for v in values]
        pairs = zip(lists, masked, strict=True)
        return pl.Series(name, [None if gone else value for value, gone in pairs])
    keep = pl.select(pl.when(~pl.Series(masked)).then(pl.Series(name, values)).alias(name))
    return keep.to_series()


def _line(error: Exception) -> str:
    """Return the first line of a database message, without its closing dot."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".!") if lines else type(error).__name__


@lru_cache(maxsize=4)
def _coverage(atlas: Atlas) -> dict[str, tuple[int, int]]:
    rows = atlas.rows("coverage")
    spans = zip(rows["start"].tolist(), rows["end"].tolist(), strict=True)
    return dict(zip(rows["measure"].tolist(), spans, strict=True))


@lru_cache(maxsize=16)
def _one_year(atlas: Atlas, name: str, year: int) -> Columns:
    found = atlas.rows(name, "year = ?", (year,))
    for array in found.values():
        array.flags.writeable = False
    return found


@lru_cache(maxsize=8)
def _ties(atlas: Atlas, name: str, start: int, end: int) -> dict[str, Columns]:
    """Return the rows that touch a span by measure, and all of them as ``""``: one query."""
    rows = atlas.rows(name, '"start" <= ? AND "end" >= ? ORDER BY measure', (end, start))
    measures, firsts = np.unique(rows["measure"].astype(str), return_index=True)
    bounds = [*firsts.tolist(), len(rows["measure"])]
    found: dict[str, Columns] = {"": rows}
    for measure, first, last in zip(measures.tolist(), bounds[:-1], bounds[1:], strict=True):
        found[measure] = {c: array[first:last] for c, array in rows.items()}
    return found


def location() -> Path:
    """Return the folder of the atlas in use: ``DAYLIGHT_ATLAS``, or the one that ships."""
    chosen = os.environ.get(ATLAS)
    if chosen:
        return Path(chosen).expanduser()
    return Path(str(resources.files("daylight.store").joinpath("embedded")))


@lru_cache(maxsize=4)
def _open(folder: Path) -> Atlas:
    return Atlas(folder)


def current() -> Atlas:
    """Open the atlas in use; opened once and kept."""
    return _open(location())
