"""Free queries over the atlas, read-only."""

from __future__ import annotations

import sys

import click

FORMATS = ("table", "csv", "json", "parquet")
ROWS = 40
"""Rows shown on a terminal; files and pipes get all."""


@click.command()
@click.argument("query")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: table, or json.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not.")
def sql(query: str, format_: str | None, output: str | None) -> None:
    """Run one SELECT over the tables of the atlas (`daylight atlas info` lists them).

    Example: daylight sql "select year, held from rollcalls where issue = 'all'"
    """
    from daylight.show.frames import dump, write
    from daylight.store.atlas import current

    frame = current().sql(query)
    if output is not None:
        write(frame, output, None if format_ in (None, "table") else format_)
        click.echo(f"Wrote {len(frame):,} rows to {output}", err=True)
        return
    kind = format_ or ("table" if sys.stdout.isatty() else "json")
    if kind != "table":
        dump(frame, sys.stdout.buffer, kind)
        return
    import polars as pl

    with pl.Config(
        tbl_formatting="ASCII_MARKDOWN", tbl_rows=ROWS, tbl_cols=-1, tbl_width_chars=80,
        tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True, fmt_str_lengths=40,
    ):  # fmt: skip
        click.echo(str(frame))
    count = "1 row" if len(frame) == 1 else f"{len(frame):,} rows"
    click.echo(count + ("; some not shown" if len(frame) > ROWS else ""), err=True)
