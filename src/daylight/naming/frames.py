"""Coded labels as a frame, alone or beside the columns of a user's file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from daylight.naming.records import COLUMNS, CodedLabel

if TYPE_CHECKING:
    import polars as pl


def frame(rows: Sequence[CodedLabel]) -> pl.DataFrame:
    """Return a row for each label; choices are one text, parted by ``;``."""
    import polars as pl

    columns = {name: [getattr(row, name) for row in rows] for name in COLUMNS}
    columns["choices"] = ["; ".join(row.choices) for row in rows]
    kinds = {name: pl.Int32 if name == "cow" else pl.String for name in COLUMNS}
    return pl.DataFrame(columns, schema=kinds)


def beside(table: pl.DataFrame, rows: Sequence[CodedLabel]) -> pl.DataFrame:
    """Return a table with what its labels mean as further columns.

    A column that the table has already keeps its name, and the new one is called ``daylight_...``.
    """
    own = frame(rows).drop("input")
    taken = {name: f"daylight_{name}" for name in own.columns if name in table.columns}
    return table.hstack(own.rename(taken))
