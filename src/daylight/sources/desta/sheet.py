"""Read one worksheet of an Excel file: text cells only, which is all that DESTA has.

An Excel library would be one more dependency of every install, for two files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.packed import CannotUnpack
from daylight.sources.kit.packed import member as part

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet(content: bytes, member: str, columns: tuple[str, ...]) -> pl.DataFrame:
    """Return the named columns of a worksheet as text, null where a cell is empty.

    Parameters
    ----------
    content : bytes
        The Excel file.
    member : str
        Path of the worksheet in it, such as ``xl/worksheets/sheet2.xml``.
    columns : tuple of str
        Names in the first row.

    Raises
    ------
    SourceChanged
        When the bytes are no such file, or a column is missing or named twice.
    """
    try:
        shared = _shared(part(content, "xl/sharedStrings.xml"))
        rows = list(_rows(part(content, member), shared))
    except (CannotUnpack, ElementTree.ParseError, ValueError, IndexError) as error:
        raise SourceChanged(
            f"desta: {member} cannot be read from the Excel file: {error}."
        ) from None
    head = rows[0] if rows else {}
    at = {name: [letter for letter, text in head.items() if text == name] for name in columns}
    wrong = [name for name, letters in at.items() if len(letters) != 1]
    if wrong:
        raise SourceChanged(f"desta: {member} must have one column {', '.join(wrong)}.")
    return pl.DataFrame(
        [[row.get(at[name][0]) for name in columns] for row in rows[1:]],
        schema=dict.fromkeys(columns, pl.String),
        orient="row",
    )


def _shared(xml: bytes) -> list[str]:
    items = ElementTree.fromstring(xml)
    return ["".join(t.text or "" for t in item.iter(f"{SPACE}t")) for item in items]


def _rows(xml: bytes, shared: list[str]) -> Iterator[dict[str, str]]:
    """Yield each row as text by the letters of its column; empty cells are absent."""
    for row in ElementTree.fromstring(xml).iter(f"{SPACE}row"):
        cells = {}
        for cell in row.iter(f"{SPACE}c"):
            value = cell.findtext(f"{SPACE}v")
            if value is not None:
                letters = re.sub(r"\d", "", cell.get("r", ""))
                cells[letters] = shared[int(value)] if cell.get("t") == "s" else value
        yield cells
