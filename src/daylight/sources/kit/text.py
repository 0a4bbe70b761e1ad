"""Texts from files: what is text at all, and the rows of a CSV text with their lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import NoReturn

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.core.limits import CELL, COLUMNS, FILE

WIDE = (b"\xff\xfe", b"\xfe\xff")
"""First bytes of UTF-16 and UTF-32."""


def text_only(source: str, name: str, content: bytes, most: int = FILE) -> None:
    """Refuse what is too long, or no text of one byte or more a letter.

    Raises
    ------
    BadEncoding
        For UTF-16 and UTF-32.
    SourceChanged
        When it is empty, has more than `most` bytes, or has NUL bytes.
    """
    if len(content) > most:
        stop(source, name, f"has {len(content):,} bytes, at most {most:,} are read")
    if not content:
        stop(source, name, "is empty")
    if content.startswith(WIDE):
        raise BadEncoding(f"{start(source)}{name} is in UTF-16 or UTF-32; save it as UTF-8.")
    at = content.find(b"\0")
    if at >= 0:
        line, column = _place(content, at)
        stop(source, name, "has a NUL byte, so it is no text or is damaged", line, column)


def rows(
    source: str, name: str, text: str, delimiter: str = ","
) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row of a CSV text ends, and its cells, none on empty lines.

    Raises
    ------
    SourceChanged
        When a cell is longer than it may be, or a row has more cells.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            what = f"has a cell of more than {CELL:,} characters; a quotation mark may be missing"
            stop(source, name, what, reader.line_num)
        if row is None:
            return
        if len(row) > COLUMNS:
            what = f"has {len(row):,} columns, at most {COLUMNS:,} are read"
            stop(source, name, what, reader.line_num)
        yield reader.line_num, row


def utf8(source: str, name: str, content: bytes) -> str:
    """Return a text, or say at which byte it is not UTF-8.

    Raises
    ------
    BadEncoding
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(content, error.start)
        raise BadEncoding(
            f"{source}: {name}, line {line}, column {column}: byte {content[error.start]:#x} is "
            f"not utf-8. Save the file as utf-8, unchanged otherwise."
        ) from None


def either(content: bytes) -> str:
    """Return a text that is UTF-8, or else Latin-1, as some producers wrote and some still do."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def stop(source: str, name: str, what: str, line: int = 0, column: int = 0) -> NoReturn:
    """Raise :class:`SourceChanged`: the file, the place in it as far as there is one, and what."""
    where = f", line {line}" if line else ""
    where += f", column {column}" if column else ""
    space = "" if what.startswith(",") else " "
    raise SourceChanged(f"{start(source)}{name}{where}{space}{what}.")


def start(source: str) -> str:
    """Return how a message about a source begins; a file may be of none."""
    return f"{source}: " if source else ""


def _place(content: bytes, at: int) -> tuple[int, int]:
    """Return line and column of a byte, both from 1."""
    return content.count(b"\n", 0, at) + 1, at - content.rfind(b"\n", 0, at)
