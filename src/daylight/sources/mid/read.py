"""Read the files of the dispute data, refusing unknown values; dates with unknown days."""

from __future__ import annotations

import io
from collections.abc import Iterable

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

VERSION = 5
UNKNOWN = -9
"""The producer's code for a day or month that is not known."""


def read_csv(content: bytes, file: str, names: Iterable[str]) -> pl.DataFrame:
    """Return the columns `names` as whole numbers.

    Raises
    ------
    SourceChanged
        When a column is gone, a cell is empty, or the release is not 5.
    polars.exceptions.InvalidOperationError
        When a value is no whole number.
    """
    raw = pl.read_csv(io.BytesIO(content), infer_schema=False)
    wanted = [*names, "version"]
    gone = [name for name in wanted if name not in raw.columns]
    if gone:
        raise SourceChanged(f"mid: {file} lacks the columns {', '.join(gone)}.")
    table = raw.select(pl.col(name).cast(pl.Int64) for name in wanted)
    empty = [name for name in wanted if table[name].null_count()]
    if empty:
        raise SourceChanged(f"mid: {file} has empty cells in {empty[0]}; check the release.")
    check_values(table, file, "version", [VERSION])
    return table.drop("version")


def check_values(table: pl.DataFrame, file: str, column: str, known: Iterable[int]) -> None:
    """Raise when `column` holds another value than those in `known`, or none."""
    odd = table.filter(~pl.col(column).is_in(list(known)).fill_null(False))
    if len(odd):
        raise SourceChanged(
            f"mid: {file}: {column} = {odd[column][0]} in {len(odd)} rows is not known; check the "
            f"release, or map the value in sources/mid."
        )


def days(table: pl.DataFrame, file: str, log: IssueLog) -> pl.DataFrame:
    """Return `table` with the days `start` and `end`, as wide as the known parts allow.

    Where the day is not known it is the first or last of the month, where the month is not
    known either, of the year.

    Raises
    ------
    polars.exceptions.ComputeError
        When a date does not exist.
    """
    parts = ("stday", "stmon", "endday", "endmon")
    vague = table.filter(pl.any_horizontal(pl.col(name) == UNKNOWN for name in parts))
    log.note(f"{file}: day or month not known, widest dates taken", len(vague))
    day = {name: pl.col(name).replace(UNKNOWN, None) for name in parts}
    month_end = pl.date("endyear", day["endmon"].fill_null(12), 1).dt.month_end()
    return table.with_columns(
        start=pl.date("styear", day["stmon"].fill_null(1), day["stday"].fill_null(1)),
        end=pl.when(day["endday"].is_null())
        .then(month_end)
        .otherwise(
            pl.date("endyear", day["endmon"].fill_null(12), day["endday"].fill_null(1)),
        ),
    )
