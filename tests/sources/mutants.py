"""Spoil the files of a source in one way drawn at random: its bytes, its cells, or its columns.

A mutant is named by its source and number, and made anew from them alone.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any

import polars as pl

Files = dict[str, bytes]
CELLS = (
    "1e20", "-1e20", "99999999999999999999", "-1", "0", "-9", "32768", "2147483648",
    "1e309", "nan", "NaN", "inf", "-inf", "1.5", "1990.5", "", " ", "NA", "null", "None",
    "TRUE", "0x7c6", "1_990", "１９９０", "١٩٩٠", "1,990", "1990-13-45", "0000-00-00",
    "9999-12-31", "2003-02-30", "Atlantis", "中国", "Côte d'Ivoire", "\u202eIran",
    "\x1b[2J", "a\nb", 'a"b', "=1+1", "\ufeffIran", "'; drop table votes; --",
    "\U0001f600", "Iran, Iraq", "*", "**", ";", "2001; 2002", "\x85", "x" * 200_000,
)  # fmt: skip
"""What is put into a cell of text."""
VALUES = (
    None, -1, 0, 2, 365, 1990, 32_768, 2**31, 2**63 - 1, -(2**63), 1.5, 1e20, -1e300,
    float("nan"), float("inf"), "", "NA", "Ruritania", "1990", "x" * 200_000, True, [],
    [1], {"a": 1}, {},
)  # fmt: skip
"""What is put into a cell of a typed table or of JSON."""


def mutant(files: Files, names: list[str], draw: Random) -> tuple[Files, str]:
    """Return the files with one of `names` spoilt, and how."""
    name = draw.choice(names)
    way = draw.choice(_ways(name))
    try:
        return files | {name: way(files[name], draw)}, f"{name}: {way.__name__}"
    except (ValueError, OverflowError, pl.exceptions.PolarsError) as error:
        # the spoilt table cannot even be written; its bytes are spoilt instead
        return files | {name: flip(files[name], draw)}, f"{name}: flip, for {type(error).__name__}"


def _ways(name: str) -> list[Callable[[bytes, Random], bytes]]:
    if name.endswith(".parquet"):
        return [*BYTES, *3 * (cell_of_parquet, column_of_parquet), *2 * ROWS_OF_PARQUET]
    if name.endswith(".csv"):
        return [*BYTES, *TEXT, *4 * (cell_of_text,), *2 * COLUMNS, rows_of_text]
    if name.endswith(".json"):
        return [*BYTES, *TEXT, *6 * (value_of_json,)]
    if name.endswith(".xlsx"):
        return [*BYTES, *6 * (member_of_zip,)]
    return [*BYTES, *TEXT, *3 * (cell_of_text,)]


# ---- bytes -----------------------------------------------------------------------------------


def flip(content: bytes, draw: Random) -> bytes:
    spoilt = bytearray(content or b"?")
    for _ in range(draw.choice((1, 1, 2, 8, 64))):
        spoilt[draw.randrange(len(spoilt))] = draw.randrange(256)
    return bytes(spoilt)


def cut(content: bytes, draw: Random) -> bytes:
    return content[: draw.randrange(len(content) + 1)]


def drop_bytes(content: bytes, draw: Random) -> bytes:
    start = draw.randrange(len(content) + 1)
    return content[:start] + content[start + draw.randrange(1, 40) :]


def repeat_bytes(content: bytes, draw: Random) -> bytes:
    start = draw.randrange(len(content) + 1)
    end = start + draw.randrange(1, 200)
    return content[:end] + content[start:]


def insert(content: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(content) + 1)
    new = (b"\0", b"\n", b"\r", b'"', b"\xff\xfe", b"\xe9", b"\xed\xa0\x80", b",,", b"\t")
    return content[:at] + draw.choice(new) + content[at:]


def empty(content: bytes, draw: Random) -> bytes:
    return draw.choice((b"", b"\n", b" ", b"\0" * 64, b"PAR1", b"PAR1PAR1", b"<html></html>"))


def packed(content: bytes, draw: Random) -> bytes:
    return gzip.compress(content, mtime=0)


BYTES = (flip, flip, cut, drop_bytes, repeat_bytes, insert, empty, packed)


# ---- texts -----------------------------------------------------------------------------------


def line_ends(content: bytes, draw: Random) -> bytes:
    return content.replace(b"\n", draw.choice((b"\r\n", b"\r", b"\n\n", b"\x0b\n")))


def encoding(content: bytes, draw: Random) -> bytes:
    text = content.decode("latin-1")
    return draw.choice(("\ufeff", "", "é")).encode("utf-8") + text.encode(
        draw.choice(("utf-8", "utf-16", "utf-32", "utf-7"))
    )


def lines(content: bytes, draw: Random) -> bytes:
    parts = content.split(b"\n")
    way = draw.randrange(5)
    if way == 0:
        draw.shuffle(parts)
    elif way == 1:
        parts = parts[:1]
    elif way == 2:
        parts = parts[1:]
    elif way == 3:
        parts.insert(draw.randrange(len(parts) + 1), draw.choice(parts))
    else:
        del parts[draw.randrange(len(parts))]
    return b"\n".join(parts)


TEXT = (line_ends, encoding, lines)


def _grid(content: bytes) -> list[list[str]]:
    sign = "\t" if b"\t" in content[:200] else ","
    text = io.StringIO(content.decode("latin-1"), newline="")
    return list(csv.reader(text, delimiter=sign))


def _text(grid: list[list[str]], content: bytes) -> bytes:
    out = io.StringIO()
    sign = "\t" if b"\t" in content[:200] else ","
    csv.writer(out, delimiter=sign, lineterminator="\n").writerows(grid)
    return out.getvalue().encode("utf-8", "surrogatepass")


def cell_of_text(content: bytes, draw: Random) -> bytes:
    head, *rest = content.split(b"\n")
    at = draw.randrange(len(rest) + 1)
    line = [head, *rest][at]
    row = (_grid(line) or [[""]])[0] or [""]
    row[draw.randrange(len(row))] = draw.choice(CELLS)
    every = [head, *rest]
    every[at] = _text([row], content).rstrip(b"\n")
    return b"\n".join(every)


def swap_columns(content: bytes, draw: Random) -> bytes:
    grid = _grid(content)
    one, two = draw.randrange(len(grid[0])), draw.randrange(len(grid[0]))
    for row in grid[draw.randrange(2) :]:
        if max(one, two) < len(row):
            row[one], row[two] = row[two], row[one]
    return _text(grid, content)


def drop_column(content: bytes, draw: Random) -> bytes:
    grid = _grid(content)
    at = draw.randrange(len(grid[0]))
    return _text([row[:at] + row[at + 1 :] for row in grid], content)


def double_column(content: bytes, draw: Random) -> bytes:
    grid = _grid(content)
    at = draw.randrange(len(grid[0]))
    return _text([[*row, *row[at : at + 1]] for row in grid], content)


def rename_column(content: bytes, draw: Random) -> bytes:
    grid = _grid(content)
    grid[0][draw.randrange(len(grid[0]))] = draw.choice((*CELLS[:-1], grid[0][0].upper()))
    return _text(grid, content)


def fill_column(content: bytes, draw: Random) -> bytes:
    grid = _grid(content)
    at, value = draw.randrange(len(grid[0])), draw.choice(CELLS[:-1])
    return _text([grid[0], *([*row[:at], value, *row[at + 1 :]] for row in grid[1:])], content)


COLUMNS = (swap_columns, drop_column, double_column, rename_column, fill_column)


def rows_of_text(content: bytes, draw: Random) -> bytes:
    head, *rest = _grid(content)
    kept = [row for row in rest if draw.random() < 0.5] + [r for r in rest if draw.random() < 0.3]
    return _text([head, *kept], content)


# ---- Parquet, JSON, packed -------------------------------------------------------------------


def _table(content: bytes) -> pl.DataFrame:
    return pl.read_parquet(io.BytesIO(content))


def _parquet(table: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    table.write_parquet(out)
    return out.getvalue()


def _with(table: pl.DataFrame, name: str, values: list[Any]) -> pl.DataFrame:
    return table.with_columns(pl.Series(name, values, strict=False))


def cell_of_parquet(content: bytes, draw: Random) -> bytes:
    table = _table(content)
    name = draw.choice(table.columns)
    kind, values = table.schema[name], table[name].to_list()
    if values:
        values[draw.randrange(len(values))] = draw.choice((*VALUES[:20], *CELLS))
    try:  # in the type of the column where it fits, else in any
        return _parquet(table.with_columns(pl.Series(name, values, dtype=kind, strict=True)))
    except (TypeError, OverflowError, pl.exceptions.PolarsError):
        return _parquet(_with(table, name, values))


def column_of_parquet(content: bytes, draw: Random) -> bytes:
    table = _table(content)
    one, two = draw.choice(table.columns), draw.choice(table.columns)
    way = draw.randrange(6)
    if way == 0:
        return _parquet(table.with_columns(pl.col(one).alias(two), pl.col(two).alias(one)))
    if way == 1:
        return _parquet(table.drop(one))
    if way == 2:
        new = draw.choice(("", "x", one.upper(), f" {one}", "\x1b[2J", "x" * 300))
        return _parquet(table.rename({one: new}))
    if way == 3:
        value = draw.choice(VALUES[:20])
        return _parquet(_with(table, one, [value] * len(table)))
    if way == 4:
        return _parquet(table.with_columns(pl.lit(None).alias(one)))
    kind = draw.choice(
        (pl.Float64, pl.String, pl.Int64, pl.UInt8, pl.Boolean, pl.Date, pl.Binary, pl.Categorical,
         pl.List(pl.Int64), pl.Datetime)
    )  # fmt: skip
    return _parquet(table.with_columns(pl.col(one).cast(kind, strict=False)))


def rows_of_parquet(content: bytes, draw: Random) -> bytes:
    table = _table(content)
    order = [k for k in range(len(table)) if draw.random() < 0.6]
    order += [k for k in range(len(table)) if draw.random() < 0.3]
    draw.shuffle(order)
    return _parquet(table[order])


def no_rows_of_parquet(content: bytes, draw: Random) -> bytes:
    return _parquet(_table(content).clear())


ROWS_OF_PARQUET = (rows_of_parquet, no_rows_of_parquet)


def value_of_json(content: bytes, draw: Random) -> bytes:
    rows = [json.loads(line) for line in content.decode().splitlines()]
    row = draw.choice(rows)
    key = draw.choice(list(row))
    way = draw.randrange(4)
    if way == 0:
        del row[key]
    elif way == 1 and isinstance(row[key], list):
        row[key] = [*row[key], draw.choice((*VALUES, *CELLS))]
    elif way == 2:
        return b"[" * draw.choice((10, 100_000)) + content
    else:
        row[key] = draw.choice((*VALUES, *CELLS))
    return "\n".join(json.dumps(row) for row in rows).encode()


def member_of_zip(content: bytes, draw: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        members = {name: book.read(name) for name in book.namelist()}
    name = draw.choice(list(members))
    way = draw.randrange(4)
    if way == 0:
        del members[name]
    elif way == 1:
        members["../../outside"] = members.pop(name)
    else:
        members[name] = draw.choice(BYTES)(members[name], draw)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for one, inside in members.items():
            book.writestr(zipfile.ZipInfo(one), inside)
    return out.getvalue()
