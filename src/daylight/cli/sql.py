"""Free queries over the atlas, read-only."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from daylight.cli.notes import note
from daylight.core.visible import visible

if TYPE_CHECKING:
    import polars as pl

FORMATS = ("table", "csv", "json", "parquet", "dta", "xlsx", "sav")
NESTED = ("json", "parquet")
"""Formats that hold lists and structs; in the others they are texts."""
ROWS = 40
"""Rows shown on a terminal; files and pipes get all."""
TIME_LIMIT = 30.0
"""That of the store, which is not imported to print the help."""


@click.command()
@click.argument("query")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: table, or json.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not.")
@click.option(
    "--time-limit", type=float, default=TIME_LIMIT, show_default=True, metavar="SECONDS",
    help="Stop a query that takes longer.",
)  # fmt: skip
def sql(query: str, format_: str | None, output: str | None, time_limit: float) -> None:
    """Run one SELECT over the tables of the atlas (`daylight atlas info` lists them).

    A query that begins with a comment needs a -- before it: daylight sql -- "-- mine ..."

    Example: daylight sql "select year, held from rollcalls where issue = 'all'"
    """
    from daylight.show.frames import file_kind
    from daylight.store.atlas import current

    kind = format_ or ("table" if sys.stdout.isatty() else "json")
    if output is not None:
        kind = file_kind(output, None if format_ in (None, "table") else format_)
    frame = current().sql(query, time_limit, flat=kind not in NESTED)
    if kind == "table":
        _show(frame)
    else:
        _write(frame, kind, output)


def _write(frame: pl.DataFrame, kind: str, output: str | None) -> None:
    from daylight.core.errors import BadInput, BadQuery
    from daylight.show.frames import dump, write

    try:
        if output is None:
            dump(frame, sys.stdout.buffer, kind)
            return
        write(frame, output, kind)
    except BadInput as error:  # the query can be written so that it fits
        raise BadQuery(str(error)) from None
    note(f"Wrote {len(frame):,} rows to {output}")


def _show(frame: pl.DataFrame) -> None:
    """Print the first and last rows as a table, with nothing in it that a terminal would obey."""
    import polars as pl

    count = "1 row" if len(frame) == 1 else f"{len(frame):,} rows"
    if len(frame) > ROWS:
        half = ROWS // 2
        count += f"; {ROWS} shown, the first {half} and the last {half}"
        frame = pl.concat([frame.head(half), frame.tail(half)])
    texts = [s for s in frame.get_columns() if s.dtype == pl.String]
    plain = [pl.Series(s.name, [t and visible(t) for t in s], dtype=pl.String) for s in texts]
    frame = frame.with_columns(plain).rename({name: visible(name) for name in frame.columns})
    with pl.Config(
        tbl_formatting="ASCII_MARKDOWN", tbl_rows=ROWS, tbl_cols=-1, tbl_width_chars=80,
        tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True, fmt_str_lengths=40,
    ):  # fmt: skip
        click.echo(str(frame))
    note(count)
