"""Look over a file before a loader reads it, so that what is wrong is named with its place.

Declared bytes need none of this: they are the very ones that the loader was written for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.limits import CELLS, COLUMNS, FILE
from daylight.core.visible import quoted
from daylight.sources.kit.columns import Kind, by_column, wrong_cell, wrong_column
from daylight.sources.kit.declaration import Declaration, Written
from daylight.sources.kit.pages import whole
from daylight.sources.kit.text import either, rows, start, stop, text_only, utf8

_ALONE = re.compile(r"\r(?!\n)")
"""Ends of lines for some readers and not for others."""
TEXTS = (".csv", ".json", ".tab", ".tsv", ".txt")


class Sound(Mapping[str, bytes]):
    """Files by name, each looked over when it is first asked for.

    Parameters
    ----------
    spec : Declaration
        Says what the columns of each file hold. A text of the user's own need not be UTF-8, or
        one table: its loader reads it cell by cell.
    files : mapping of str to bytes
    """

    def __init__(self, spec: Declaration, files: Mapping[str, bytes]) -> None:
        self._source, self._files, self._tables = spec.id, files, spec.supplied is None
        self._columns = {file.name: by_column(file.columns) for file in spec.files}
        self._written = {file.name: file.written for file in spec.files}
        self._ours, self._seen = set(spec.packaged), set[str]()

    def __getitem__(self, name: str) -> bytes:
        content = self._files[name]
        if name not in self._seen:
            columns = self._columns.get(name, {})
            table = self._tables or name in self._ours
            written = self._written.get(name, Written(report=not table))
            look_over(self._source, name, content, columns, written)
            self._seen.add(name)
        return content

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def read(self) -> list[str]:
        """Return the names of the files that were asked for: those of our own only if alone."""
        return sorted(self._seen - self._ours or self._seen)


def look_over(
    source: str, name: str, content: bytes, columns: Mapping[str, Kind], written: Written
) -> None:
    """Refuse a file that is not what its loader was written for, as far as can be seen.

    Raises
    ------
    BadEncoding
        When a text is not UTF-8.
    SourceChanged
        When it is empty, has NUL bytes, is no table, is over a limit, or a column is not there
        or does not hold what is declared.
    """
    if not content:
        stop(source, name, "is empty")
    if len(content) > FILE:
        stop(source, name, f"has {len(content):,} bytes, at most {FILE:,} are read")
    lower = name.lower()
    if lower.endswith(".parquet"):
        _parquet(source, name, content, columns)
    elif lower.endswith(TEXTS):
        text_only(source, name, content)
        if not written.report:
            latin = written.encoding == "latin-1"
            text = either(content) if latin else utf8(source, name, content)
            if lower.endswith(".csv"):
                _one_table(source, name, text, columns, written)


def _one_table(
    source: str, name: str, text: str, columns: Mapping[str, Kind], written: Written
) -> None:
    """Refuse a CSV text whose rows or cells are not what its header and declaration say."""
    alone = _ALONE.search(text)
    if alone:
        line = text.count("\n", 0, alone.start()) + 1
        stop(
            source,
            name,
            "has a carriage return without a line feed; save it with plain lines",
            line,
        )
    found = rows(source, name, text.removeprefix("\ufeff"))
    head = list(written.header) or next(found, (0, []))[1]
    if not head:
        stop(source, name, "has no header")
    doubled = next((column for k, column in enumerate(head) if column in head[:k]), None)
    if doubled:
        stop(source, name, f"has the column {quoted(doubled)} twice", 1)
    _all_there(source, name, head, columns)
    at = {column: head.index(column) for column in columns}
    blanks = frozenset(written.empty)
    full = blank = 0
    for line, row in found:
        if not row:
            blank = blank or line
            continue
        if blank:
            stop(source, name, "is empty", blank)
        full += 1
        if len(row) != len(head):
            where = f"{len(head)} are expected" if written.header else f"the header has {len(head)}"
            stop(source, name, f"has {len(row)} cells where {where}", line)
        for column, kind in columns.items():
            cell = row[at[column]]
            if what := wrong_cell(kind, "" if cell in blanks else cell):
                stop(source, name, f", column {quoted(column)}, {what}", line)
    if not full:
        stop(source, name, "has no row" if written.header else "has a header and no row")


def _all_there(source: str, name: str, head: Collection[str], columns: Mapping[str, Kind]) -> None:
    gone = [column for column in columns if column not in head]
    if gone:
        stop(source, name, f"lacks the columns {', '.join(gone)}")


def _parquet(source: str, name: str, content: bytes, columns: Mapping[str, Kind]) -> None:
    if not (content.startswith(b"PAR1") and content.endswith(b"PAR1")):
        stop(source, name, "is no Parquet file, or is cut short")
    if not whole(content):
        stop(source, name, "is no Parquet file, or is damaged")
    with _no_panic(source, name):
        head = pl.read_parquet_schema(BytesIO(content))
        height = pl.scan_parquet(BytesIO(content)).select(pl.len()).collect().item()
    if len(head) > COLUMNS or height * len(head) > CELLS:
        stop(
            source,
            name,
            f"has {height:,} rows of {len(head):,} columns; at most {COLUMNS:,} columns and "
            f"{CELLS:,} cells are read",
        )
    _all_there(source, name, head, columns)
    if not height:
        stop(source, name, "has columns and no row")
    for column, kind in columns.items():
        with _no_panic(source, name):
            found = pl.read_parquet(BytesIO(content), columns=[column])[column]
        if wrong := wrong_column(kind, found):
            stop(source, name, f", row {wrong[0]:,}, column {quoted(column)}, {wrong[1]}")


@contextmanager
def _no_panic(source: str, name: str) -> Iterator[None]:
    try:
        yield
    except MemoryError:
        raise
    except (Exception, pl.exceptions.PanicException) as error:
        first = next(iter(str(error).splitlines()), type(error).__name__)
        raise SourceChanged(f"{start(source)}{name} cannot be read as Parquet ({first}).") from None
