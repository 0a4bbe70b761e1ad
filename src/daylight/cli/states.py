"""Which states names mean: a few on the command line, or a column of a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from daylight.cli.notes import note
from daylight.cli.table import column_of, listed, read_table

if TYPE_CHECKING:
    import polars as pl

    from daylight.naming.coded import CodedStates

FORMATS = ("text", "json", "csv")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--as-of", "as_of", metavar="DATE", help="What the names meant then; else today.")
@click.option("--scheme", metavar="NAME", help="What the codes are: gw, imf, fips, cow-letters ...")
@click.option("--file", "file", metavar="FILE", help="A table (csv) with a column of names.")
@click.option("--column", metavar="COLUMN", help="Its column of names.")
@click.option("--date-column", metavar="COLUMN", help="Its column of dates or years, if any.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="text by default.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE (csv or json), whole or not.")
def states(
    names: tuple[str, ...],
    as_of: str | None,
    scheme: str | None,
    file: str | None,
    column: str | None,
    date_column: str | None,
    format_: str | None,
    output: str | None,
) -> None:
    """Say which state each NAME means: a name in many languages, a code, or a number.

    What may mean several states is not guessed, and what is no state is said to be what it is.
    With --file a column is coded: the table is written with further columns, and the report goes
    to the terminal.

    Example: daylight states Iran "Korea, Rep." 365 --format json
    """
    from daylight.core.errors import BadInput
    from daylight.naming.column import code_states

    if file is None:
        if column or date_column:
            raise BadInput("--column and --date-column go with --file, which is missing.")
        if not names:
            raise BadInput(
                "Name a state, as in: daylight states Iran; or give --file and --column."
            )
        _show(code_states(names, as_of, scheme), format_, output)
        return
    if names:
        raise BadInput("Give names or --file, not both.")
    table = read_table(file)
    dates = column_of(table, date_column, file) if date_column else as_of
    if date_column and as_of:
        raise BadInput("Give --as-of or --date-column, not both.")
    if column is None:
        raise BadInput(f"Say which --column has the names; {file} has: {listed(table)}.")
    coded = code_states(column_of(table, column, file), dates, scheme)
    _write(table, coded, format_, output)


def _show(coded: CodedStates, format_: str | None, output: str | None) -> None:
    """Print what names mean, or write it to a file."""
    from daylight.store.whole import whole

    kind = format_ or (_ending(output) if output else "text")
    content = _rendered(coded, kind)
    if output is None:
        click.echo(content, nl=False)
        return
    with whole(Path(output)) as handle:
        handle.write(content)
    note(f"Wrote {output}")


def _rendered(coded: CodedStates, kind: str) -> bytes:
    from io import BytesIO

    from daylight.cli.output import to_json
    from daylight.naming.words import told
    from daylight.show.frames import dump

    if kind == "csv":
        buffer = BytesIO()
        dump(coded.to_polars(), buffer, "csv")
        return buffer.getvalue()
    text = to_json(coded) if kind == "json" else told(coded.rows)
    return f"{text}\n".encode()


def _write(
    table: pl.DataFrame, coded: CodedStates, format_: str | None, output: str | None
) -> None:
    """Write a table with what its names mean, and say the report."""
    from daylight.naming.frames import beside
    from daylight.show.frames import dump, write

    kind = format_ or (_ending(output) if output else "csv")
    if output is None and kind == "text":
        click.echo(coded.report())
        return
    if output is None:
        dump(beside(table, coded.rows), sys.stdout.buffer, kind)
    else:
        write(beside(table, coded.rows), output, kind)
        note(f"Wrote {len(table):,} rows to {output}")
    for line in coded.report().splitlines():
        note(line)


def _ending(output: str) -> str:
    from daylight.core.choices import one_of

    return one_of(Path(output).suffix.lower().lstrip("."), ("csv", "json"), "file ending")
