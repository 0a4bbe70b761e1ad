"""Where states stand: ideal points from the atlas, or estimated anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from daylight.store.schemas import VOTE_SETS, VoteSet

if TYPE_CHECKING:
    import polars as pl

    from daylight.positions.estimate import Estimated
    from daylight.positions.records import IdealPointsTable

FORMATS = ("csv", "parquet", "dta", "json", "text")
_VOTES = click.option(
    "--votes", type=click.Choice(VOTE_SETS), default="all", show_default=True, help="Roll calls."
)
_FILTERED = click.option("--filtered", is_flag=True, help="No estimate uses a later vote.")
_COMPARE = click.option(
    "--compare", metavar="FILE", help="Compare with a file of published ideal points."
)
_OUTPUT = click.option(
    "-o", "--output", metavar="FILE", help="Write all estimates to FILE; .txt: a summary."
)


@click.group("ideal-points", invoke_without_command=True)
@click.option(
    "--issue",
    default="all",
    show_default=True,
    help="all, me, nu, di, hr, co, ec, all-but-nu or important.",
)
@_VOTES
@_FILTERED
@click.option("--start", type=int, metavar="YEAR", help="First year.")
@click.option("--end", type=int, metavar="YEAR", help="Last year.")
@click.option("--as-of", "when", metavar="DATE", help="Filtered, to the last full year by DATE.")
@_COMPARE
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Output format.")
@_OUTPUT
@click.pass_context
def ideal_points(
    ctx: click.Context,
    issue: str,
    votes: VoteSet,
    filtered: bool,
    start: int | None,
    end: int | None,
    when: str | None,
    compare: str | None,
    format_: str | None,
    output: str | None,
) -> None:
    """Write where states stand in UN votes, by year, with intervals.

    With --compare the comparison is shown; the estimates go to -o only.

    Example: daylight ideal-points --start 2017 --end 2017
    """
    if ctx.invoked_subcommand is not None:
        _refuse_lost(ctx)
        return
    from daylight.positions.ideal_points import ideal_points as ask

    table = ask(start, end, when, filtered, votes, issue)
    if compare is not None:
        _compare(table, compare, votes, format_)
    if output is not None:
        _write(table.to_polars(), output, format_, str(table))
    elif compare is None:
        _dump(table, format_ or ("text" if sys.stdout.isatty() else "csv"))


@ideal_points.command()
@click.option("--data", metavar="DIR", help="Folder laid out as a mirror of the sources.")
@click.option("--reference", is_flag=True, help="The sample of the published estimates.")
@_VOTES
@click.option("--clock", type=click.Choice(["years", "sessions"]), help="What a period is.")
@_FILTERED
@click.option(
    "--sweeps",
    type=int,
    metavar="N",
    help="Use the published sampler, N sweeps (2400: some ten minutes).",
)
@_COMPARE
@click.option("--format", "format_", type=click.Choice(["text", "json"]), help="Of the report.")
@_OUTPUT
def fit(
    data: str | None,
    reference: bool,
    votes: VoteSet,
    clock: str | None,
    filtered: bool,
    sweeps: int | None,
    compare: str | None,
    format_: str | None,
    output: str | None,
) -> None:
    """Estimate anew from the votes in a folder, and report how it went.

    Without --data the votes come from DAYLIGHT_MIRROR, or are downloaded. Periods are years,
    and with --reference sessions. With --sweeps the estimates are made as the published ones
    were, which takes minutes instead of seconds.

    Example: daylight ideal-points fit --reference --compare IdealpointestimatesAll_Apr2020.csv
    """
    from daylight.build.ideal_points import CLOCKS
    from daylight.cli.output import show
    from daylight.cli.progress import progress
    from daylight.core.choices import one_of
    from daylight.positions.compare import compare as against
    from daylight.positions.estimate import estimate
    from daylight.positions.published import published

    if compare is not None:
        published(Path(compare), votes)  # a bad file is told before the work, not after
    with progress("Sweeps", sweeps or 0) as tick:
        found: Estimated = estimate(
            None if data is None else Path(data),
            votes,
            one_of(clock or ("sessions" if reference else "years"), CLOCKS, "clock"),
            "filtered" if filtered else "smoothed",
            reference,
            sweeps,
            tick,
        )
    report = found.report
    if compare is not None:
        report = report.against(against(found.to_polars(), Path(compare), votes))
    show(report, format_, None)
    if output is not None:
        _write(found.to_polars(), output, None, str(report))


def _refuse_lost(ctx: click.Context) -> None:
    """Refuse options that stand before the subcommand, where nothing would follow them."""
    from click.core import ParameterSource

    from daylight.core.errors import BadInput

    given = [
        p.opts[0]
        for p in ctx.command.params
        if p.name and ctx.get_parameter_source(p.name) is ParameterSource.COMMANDLINE
    ]
    if given:
        name = ctx.invoked_subcommand
        raise BadInput(f"Write {', '.join(given)} after {name}: before it nothing follows them.")


def _compare(table: IdealPointsTable, file: str, votes: VoteSet, format_: str | None) -> None:
    from daylight.cli.output import show
    from daylight.positions.compare import compare

    kind = format_ if format_ in ("text", "json") else None
    show(compare(table.to_polars(), Path(file), votes), kind, None)


def _dump(table: IdealPointsTable, kind: str) -> None:
    from daylight.panel.export import dump

    if kind == "text":
        click.echo(str(table))
        return
    dump(table.to_polars(), sys.stdout.buffer, kind)


def _write(frame: pl.DataFrame, output: str, kind: str | None, text: str) -> None:
    from daylight.panel.export import write
    from daylight.store.whole import whole

    if kind == "text" or (kind is None and output.endswith(".txt")):
        with whole(Path(output)) as handle:
            handle.write(f"{text}\n".encode())
        click.echo(f"Wrote the summary to {Path(output).name}", err=True)
        return
    write(frame, output, kind)
    click.echo(f"Wrote {len(frame):,} rows to {Path(output).name}", err=True)
