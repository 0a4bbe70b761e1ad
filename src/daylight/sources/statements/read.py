"""Read a curated file and hold each row to its mark: what was seen must be cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from io import BytesIO
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.visible import quoted
from daylight.sources.kit.curated import check_words
from daylight.store.schemas.statements import MARKS, NO_PAGE

SOURCE = "statements"
PAGE = re.compile(r"\S.*; https?://\S+")
"""Title and address; more addresses may follow."""
RECORD = re.compile(r"US (travels|visits), record [0-9]+")
"""A row of the source `leader_visits`, by its number there."""
ID = re.compile(r"(ST|MT|PL)[0-9]{4}")


def read(
    files: Mapping[str, bytes],
    name: str,
    columns: Mapping[str, Collection[str]],
    needed: Mapping[str, Collection[str]],
    words: Mapping[str, Collection[str]],
) -> list[dict[str, Any]]:
    """Return the rows of a file as texts, an empty cell as None.

    Raises
    ------
    SourceChanged
        For other columns, an unknown word, an empty cell that is needed, an identifier that is
        none or stands twice, or a mark that the citation does not bear out.
    """
    table = pl.read_csv(BytesIO(files[name].decode("utf-8").encode()), infer_schema=False)
    if tuple(table.columns) != tuple(columns[name]):
        raise SourceChanged(f"{SOURCE}: {name} should have the columns {', '.join(columns[name])}.")
    for column, known in {**words, "confirmed": MARKS}.items():
        check_words(table, SOURCE, column, tuple(known))
    rows = [
        {c: t if (t or "").strip() else None for c, t in row.items()}
        for row in table.iter_rows(named=True)
    ]
    double = [key for key, count in Counter(row["id"] for row in rows).items() if count > 1]
    if double:
        raise SourceChanged(f"{SOURCE}: {quoted(str(double[0]))} stands twice; mend {name}.")
    for row in rows:
        _check(row, needed[name], name)
    return rows


def _check(row: Mapping[str, Any], needed: Collection[str], name: str) -> None:
    if not ID.fullmatch(row["id"] or ""):
        raise SourceChanged(
            f"{SOURCE}: {name} has the id {quoted(row['id'] or '')}; write two letters of the "
            f"table and four digits."
        )
    empty = [column for column in needed if row[column] is None]
    if empty:
        raise SourceChanged(f"{SOURCE}: {row['id']} has no {empty[0]}; give one.")
    mark, citation = row["confirmed"], row["citation"] or ""
    if mark == "data" and not RECORD.fullmatch(citation):
        raise SourceChanged(f"{SOURCE}: {row['id']} is marked data; name the record.")
    if mark == "page" and not PAGE.fullmatch(citation):
        raise SourceChanged(f"{SOURCE}: {row['id']} is marked page; give title and address.")
    seen = row["note"] and (PAGE.fullmatch(citation) or RECORD.fullmatch(citation))
    if mark == "unconfirmed" and citation != NO_PAGE and not seen:
        raise SourceChanged(
            f"{SOURCE}: {row['id']} is unconfirmed; write {NO_PAGE!r}, or what was seen, and in "
            f"the note why it does not bear the row out."
        )
