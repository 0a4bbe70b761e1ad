"""Read the files of ATOP, keeping only the named columns and refusing unknown values."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.stats.valued import OBLIGATIONS

VERSION = 5.1

__all__ = ["OBLIGATIONS", "flags", "read_csv", "read_parquet"]


def read_csv(
    content: bytes, file: str, names: Mapping[str, str], binary: Sequence[str]
) -> pl.DataFrame:
    """Return the columns `names` (theirs to ours) as int16 and `binary` as 0 or 1.

    Raises
    ------
    SourceChanged
        When a column is gone, a value is not a whole number, a binary column holds
        something else, or the release is not 5.1.
    UnicodeDecodeError
        When the bytes are not UTF-8.
    """
    text = content.decode("utf-8")
    raw = pl.read_csv(io.StringIO(text), infer_schema=False)
    wanted = [*names, *(name for name in binary if name not in names), "version"]
    _present(raw, file, wanted)
    other = raw.filter(pl.col("version").cast(pl.Float64) != VERSION)
    if len(other):
        raise SourceChanged(f"atop: {file} is of release {other['version'][0]}, not {VERSION}.")
    table = raw.select(pl.col(name).cast(pl.Int16) for name in wanted[:-1])
    return flags(table, binary).rename(dict(names))


def read_parquet(content: bytes, file: str, names: Mapping[str, str]) -> pl.DataFrame:
    """Return the columns `names` (theirs to ours) as int16."""
    raw = pl.read_parquet(io.BytesIO(content))
    _present(raw, file, list(names))
    return raw.select(pl.col(name).cast(pl.Int16).alias(ours) for name, ours in names.items())


def flags(table: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    """Return `table` with the columns `names` as int8, all of them 0 or 1.

    Raises
    ------
    SourceChanged
        On any other value, or none.
    """
    for name in names:
        odd = table.filter(~pl.col(name).is_in([0, 1]).fill_null(False))
        if len(odd):
            raise SourceChanged(
                f"atop: {name} = {odd[name][0]} where 0 or 1 is expected ({len(odd)} rows); "
                f"check the release, or map the value in sources/atop/read.py."
            )
    return table.with_columns(pl.col(name).cast(pl.Int8) for name in names)


def _present(table: pl.DataFrame, file: str, wanted: Sequence[str]) -> None:
    gone = [name for name in wanted if name not in table.columns]
    if gone:
        raise SourceChanged(f"atop: {file} lacks the columns {', '.join(gone)}.")
