"""Read an atlas: rows of a table as arrays, and free SQL that can only read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput, BadQuery, ReadOnly
from daylight.core.frozen import frozen
from daylight.core.limits import QUERY
from daylight.core.request import Scope
from daylight.store import manifest as manifests
from daylight.store import results
from daylight.store.damage import hold_whole, replaced, state
from daylight.store.engine import TIME_LIMIT, Connection, Engine, watched, within_memory
from daylight.store.given import named
from daylight.store.manifest import Manifest
from daylight.store.older import holds, too_old
from daylight.store.schemas import TABLES, VOTE_COUNTS, table

if TYPE_CHECKING:
    import polars as pl

ATLAS = "DAYLIGHT_ATLAS"
Columns = Mapping[str, NDArray[Any]]
"""Arrays of equal length by column name, read-only, since many are kept and given out again.
Missing numbers are NaN, missing texts are None."""
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
        When the manifest or a table it names is missing, or holds other bytes than were built.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: Manifest = manifests.read(folder)
        self._state = state(folder, self.manifest)
        hold_whole(folder, self.manifest)
        try:
            self._engine = Engine(lambda: _connect(folder, self.manifest))
        except _FAILURES:
            self._blame_the_files()
            raise

    def __reduce__(self) -> tuple[type[Atlas], tuple[Path]]:
        """Pass to another process where the atlas is, not the connection to it."""
        return Atlas, (self.folder,)

    @property
    def scope(self) -> Scope:
        """What can be asked about: the id of the atlas, and its newest date."""
        return Scope(self.manifest.id, self.last)

    @property
    def last(self) -> date:
        """Last date that a question may be asked for: the date of the newest source."""
        return date.fromisoformat(self.manifest.last)

    def rows(
        self,
        name: str,
        where: str = "true",
        params: Sequence[Any] = (),
        columns: Sequence[str] | None = None,
    ) -> Columns:
        """Return the rows of a table that satisfy an SQL condition, as arrays.

        Parameters
        ----------
        name : str
            Table name.
        where : str
            Condition with ``?`` for each of `params`.
        params : sequence
            Values for the condition.
        columns : sequence of str, optional
            Those to read; all by default.

        Raises
        ------
        AtlasTooOld
            When the atlas was built before there was such a table.
        """
        listed = ", ".join(f'"{c}"' for c in columns or table(name).columns)
        if not holds(self.manifest, name):
            raise too_old(self.folder, name)
        return self._fetch(f'SELECT {listed} FROM "{name}" WHERE {where}', params)

    def years(
        self, name: str, start: int, end: int, columns: Sequence[str] | None = None
    ) -> Columns:
        """Return the rows of a yearly table from `start` to `end`, both included.

        Those of one year are kept, since several measures read the same, but not single `columns`.
        """
        if start == end and columns is None:
            return _kept(self, name, "year = ?", start)
        return self.rows(name, "year BETWEEN ? AND ?", (start, end), columns)

    def pair(self, name: str, a: int, b: int) -> Columns:
        """Return all rows of a dyad table for one pair, oldest first; kept, as in ``years``."""
        return _kept(self, name, "a = ? AND b = ? ORDER BY year", *sorted((a, b)))

    def ties(self, name: str, measure: str, start: int, end: int) -> Columns:
        """Return the rows of ``ties`` or ``tie_cover`` of one measure that touch a span."""
        found = _ties(self, name, start, end)
        rows = found.get(measure)
        return {c: array if rows else array[:0] for c, array in (rows or found[""]).items()}

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
        self, name: str, profile: Mapping[str, float], most: float, n: int,
        where: str = "true", params: Sequence[Any] = (),
    ) -> Columns:  # fmt: skip
        """Return the rows of a table of pairs that are nearest to a profile, one of each pair.

        Parameters
        ----------
        name : str
            Table name.
        profile : mapping of str to float
            Value wanted of each SQL expression of columns. Rows that lack one are left out.
        most : float
            Largest root mean square difference.
        n : int
            Rows returned, nearest first: the columns of the table, and ``distance``, that
            difference. Of years of a pair that are equally near the newest counts.
        where : str
            Condition with ``?`` for each of `params`.
        """
        squares = " + ".join(f"(({value}) - ?) ** 2" for value in profile)
        # No single difference can be larger: rows fall here before any root is taken.
        bound = most * len(profile) ** 0.5
        within = " AND ".join(f"({value}) BETWEEN ? AND ?" for value in profile)
        ends = [end for wanted in profile.values() for end in (wanted - bound, wanted + bound)]
        query = (
            f"WITH near AS (SELECT a, b, year, sqrt(({squares}) / {len(profile)}) AS distance "
            f'FROM "{name}" WHERE ({within}) AND ({where})), best AS (SELECT a, b, '
            f"min({{'distance': distance, 'past': -year}}) AS of_pair FROM near "
            f"WHERE distance <= ? GROUP BY a, b ORDER BY of_pair, a, b LIMIT {int(n)}) "
            f'SELECT t.*, of_pair.distance AS distance FROM best JOIN "{name}" AS t '
            f"ON t.a = best.a AND t.b = best.b AND t.year = -of_pair.past "
            f"ORDER BY of_pair, a, b"
        )
        return self._fetch(query, (*profile.values(), *ends, *params, most))

    def held(self, issue: str, start: int, end: int) -> int:
        """Return how many recorded votes there were on an issue from `start` to `end`."""
        query = "SELECT coalesce(sum(held), 0)::INTEGER AS n FROM rollcalls WHERE issue = ?"
        return int(self._fetch(f"{query} AND year BETWEEN ? AND ?", (issue, start, end))["n"][0])

    def coverage(self, measure: str) -> tuple[int, int]:
        """Return the first and last covered year of a measure.

        Raises
        ------
        AtlasTooOld
            When the atlas was built before there was such a measure. Why one from a file of the
            user's own is not there, :func:`daylight.measures.coverage.covered` says.
        """
        found = self.spans().get(measure)
        if found is None:
            raise too_old(self.folder, measure)
        return found

    def spans(self) -> dict[str, tuple[int, int]]:
        """Return the covered years of every measure."""
        return dict(_coverage(self))

    def sql(
        self, query: str, time_limit: float = TIME_LIMIT, *, flat: bool = False
    ) -> pl.DataFrame:
        """Run one SELECT over the tables of the atlas.

        Parameters
        ----------
        query : str
        time_limit : float
            Seconds after which it is stopped.
        flat : bool
            Whether lists and structs become texts, for files that cannot hold them.

        Raises
        ------
        ReadOnly
            When the statement is anything but one query.
        BadQuery
            When DuckDB cannot run it.
        OverLimit
            When it takes more time or memory than it may.
        AtlasDamaged
            When it cannot run since a file of the atlas differs from the manifest.
        """
        if not time_limit > 0:
            raise BadInput(f"The time limit is {time_limit:g}; give seconds, more than 0.")
        _hold_text(query)
        self._hold_unchanged()
        try:
            with self._engine.cursor() as cursor:
                found, wanted = watched(cursor, lambda: _answer(cursor, query, flat), time_limit)
        except duckdb.PermissionException as error:
            raise ReadOnly(f"Only the tables of the atlas can be read: {_line(error)}.") from None
        except _FAILURES as error:
            if not isinstance(error, duckdb.ParserException):
                self._blame_the_files()
            names = ", ".join(t.name for t in TABLES)
            raise BadQuery(f"{_line(error)}. Tables: {names}.") from None
        return results.frame(found, wanted)

    def _fetch(self, query: str, params: Sequence[Any]) -> Columns:
        self._hold_unchanged()
        try:
            with self._engine.cursor() as cursor:
                found = cursor.execute(query, list(params)).fetchnumpy()
        except _FAILURES:
            self._blame_the_files()
            raise
        except RuntimeError as error:
            if "interrupted" in str(error):  # what the engine makes of Ctrl-C
                raise KeyboardInterrupt from None
            raise
        return frozen({name: _plain(np.ma.asanyarray(array)) for name, array in found.items()})

    def _hold_unchanged(self) -> None:
        """Look at the files again where one was touched since the atlas was opened."""
        now = state(self.folder, self.manifest)
        if now != self._state:
            hold_whole(self.folder, self.manifest)
            self._state = now

    def _blame_the_files(self) -> None:
        """Say that the atlas is damaged where it is; any other failure is something else.

        The kind of an engine's error does not tell: a cast in a query and a torn file give
        the same. Only the manifest does.
        """
        hold_whole(self.folder, self.manifest)


def _connect(folder: Path, manifest: Manifest) -> duckdb.DuckDBPyConnection:
    """Open an in-memory connection that sees the tables and can touch nothing else."""
    connection = duckdb.connect(":memory:")
    # In a notebook without ipywidgets it is off, and the engine refuses even to turn it off.
    if connection.execute("SELECT current_setting('enable_progress_bar')").fetchall()[0][0]:
        connection.execute("SET enable_progress_bar = false")
    for file in manifest.tables:
        path = str(folder / file.file).replace("'", "''")
        columns = f"*{_later(connection, file.name, path)}"
        connection.execute(
            f"CREATE VIEW \"{file.name}\" AS SELECT {columns} FROM read_parquet('{path}')"
        )
    allowed = [str(folder / file.file) for file in manifest.tables]
    within_memory(connection)
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET allowed_paths = ?", [allowed])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _later(connection: duckdb.DuckDBPyConnection, name: str, path: str) -> str:
    """Return as nulls the columns that a table was given after this atlas was built."""
    spec = next((t for t in TABLES if t.name == name and t.later), None)
    if spec is None:
        return ""
    found = connection.execute(f"SELECT name FROM parquet_schema('{path}')").fetchall()
    gone = [c for c in spec.later if (c,) not in found]
    return "".join(f', NULL::{spec.columns[c][0]} AS "{c}"' for c in gone)


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


def _hold_text(query: str) -> None:
    """Refuse a query that is too long, or no text that the engine could be given."""
    if len(query) > QUERY:
        raise BadQuery(
            f"The query has {len(query):,} characters, at most {QUERY:,} are run; make it shorter."
        )
    try:
        query.encode()
    except UnicodeEncodeError as error:
        raise BadQuery(
            f"The query is no UTF-8: {query[error.start]!r} at character {error.start + 1}."
        ) from None


def _answer(
    cursor: Connection, query: str, flat: bool
) -> tuple[dict[str, Any], tuple[results.Column, ...]]:
    """Run a query of the user's own, once it is sure that it is one."""
    statements = cursor.extract_statements(query)
    if not statements:
        raise BadQuery("The query is empty; write one SELECT.")
    if [s.type for s in statements] != [duckdb.StatementType.SELECT]:
        raise ReadOnly(
            "The atlas is read-only and takes one query at a time; write one SELECT. "
            "To keep a result, use --format csv or the panel command."
        )
    relation = cursor.sql(statements[0])
    wanted = results.columns(relation, flat)
    return results.read(relation, wanted), wanted


def _line(error: Exception) -> str:
    """Return the first line of a database message, without its closing dot."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".!") if lines else type(error).__name__


@lru_cache(maxsize=4)
def _coverage(atlas: Atlas) -> dict[str, tuple[int, int]]:
    rows = atlas.rows("coverage")
    spans = zip(rows["start"].tolist(), rows["end"].tolist(), strict=True)
    return dict(zip(rows["measure"].tolist(), spans, strict=True))


@lru_cache(maxsize=32)
def _kept(atlas: Atlas, name: str, where: str, *params: int) -> Columns:
    return MappingProxyType(atlas.rows(name, where, params))


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
        return named(chosen, ATLAS)
    return Path(str(resources.files("daylight.store").joinpath("embedded")))


@lru_cache(maxsize=4)
def _open(folder: Path) -> Atlas:
    return Atlas(folder)


def current() -> Atlas:
    """Open the atlas in use; opened once and kept, until builds have taken its files away."""
    folder = location()
    atlas = _open(folder)
    if replaced(folder, atlas.manifest):
        _open.cache_clear()
    return _open(folder)
