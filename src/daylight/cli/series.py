"""Measures of one pair, year by year: rows for other programs, or a chart."""

from __future__ import annotations

import sys

import click

from daylight.cli.complete import measures as names_of_measures
from daylight.cli.complete import states
from daylight.cli.notes import note

FORMATS = ("csv", "json", "parquet", "dta", "xlsx", "sav", "svg", "png")


@click.command()
@click.argument("a", metavar="STATE_A", shell_complete=states)
@click.argument("b", metavar="STATE_B", shell_complete=states)
@click.option(
    "--measures",
    metavar="M1,M2|all",
    help="Measures; by default the usual ones.",
    shell_complete=names_of_measures,
)
@click.option("--since", type=int, metavar="YEAR", help="First year.")
@click.option("--as-of", metavar="DATE", help="To the last full year of this date.")
@click.option("--directed/--undirected", default=False, show_default=True)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: csv.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not.")
def series(
    a: str,
    b: str,
    measures: str | None,
    since: int | None,
    as_of: str | None,
    directed: bool,
    format_: str | None,
    output: str | None,
) -> None:
    """Write measures of one pair, year by year: year, measure, value, lo, hi, status.

    The usual measures are the ledgers, the relationship, votes, alliance, trade, arms, blocs,
    sanctions, disputes and rivalry; `daylight panel --list` has all.

    Example: daylight series RUS IRN --measures vote_kappa,trade_volume --since 1992
    """
    from daylight.panel.series import PICTURES
    from daylight.panel.series import series as asked
    from daylight.panel.series_files import notes
    from daylight.show.frames import dump

    kind = format_ or (_ending(output) if output else "csv")
    found = asked(a, b, measures, since, as_of, directed)
    if kind in PICTURES:
        picture = found.plot()
        contents = picture.png() if kind == "png" else picture.svg.encode()
        _put(contents, output)
    else:
        from io import BytesIO

        buffer = BytesIO()
        dump(found.to_polars(), buffer, kind, found.about())
        _put(buffer.getvalue(), output)
    for text in notes(found.request, found.lines):
        note(text)


def _ending(output: str) -> str:
    from pathlib import Path

    from daylight.core.choices import one_of

    return one_of(Path(output).suffix.lower().lstrip("."), FORMATS, "file ending")


def _put(contents: bytes, output: str | None) -> None:
    if output is None:
        sys.stdout.buffer.write(contents)
        return
    from pathlib import Path

    from daylight.store.whole import whole

    with whole(Path(output)) as handle:
        handle.write(contents)
    note(f"Wrote {output}")
