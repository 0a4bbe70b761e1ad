"""Estimate ideal points anew from the votes, and report how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from daylight.cli.notes import note
from daylight.core.visible import visible
from daylight.store.schemas import VOTE_SETS, VoteSet

if TYPE_CHECKING:
    from daylight.positions.estimate import Estimated


@click.command()
@click.option("--data", metavar="DIR", help="Folder laid out as a mirror of the sources.")
@click.option("--reference", is_flag=True, help="The sample of the published estimates.")
@click.option(
    "--votes", type=click.Choice(VOTE_SETS), default="all", show_default=True, help="Roll calls."
)
@click.option("--clock", type=click.Choice(["years", "sessions"]), help="What a period is.")
@click.option("--filtered", is_flag=True, help="No estimate uses a later vote.")
@click.option(
    "--sweeps", type=int, metavar="N",
    help="Use the published sampler, N sweeps (2400: some ten minutes).",
)  # fmt: skip
@click.option("--compare", metavar="FILE", help="Compare with a file of published ideal points.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), help="Of the report.")
@click.option(
    "-o", "--output", metavar="FILE", help="Write all estimates to FILE; .txt: the report."
)
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
    """Estimate ideal points anew from the votes in a folder, and report how it went.

    Without --data the votes come from DAYLIGHT_MIRROR, or are downloaded. Periods are years,
    and with --reference sessions. With --sweeps the estimates are made as the published ones
    were, which takes minutes instead of seconds.

    Example: daylight ideal-points fit --reference --compare IdealpointestimatesAll_Apr2020.csv
    """
    from daylight.cli.output import to_json
    from daylight.cli.progress import progress
    from daylight.core.choices import one_of
    from daylight.positions.compare import compare as against
    from daylight.positions.estimate import estimate
    from daylight.positions.published import published
    from daylight.store.given import named
    from daylight.tables.positions.ideal_points import CLOCKS

    if compare is not None:
        # a bad file is told before the work, not after
        published(named(compare, "--compare"), votes)
    with progress("Sweeps", sweeps or 0) as tick:
        result: Estimated = estimate(
            None if data is None else named(data, "--data"),
            votes,
            one_of(clock or ("sessions" if reference else "years"), CLOCKS, "clock"),
            "filtered" if filtered else "smoothed",
            reference,
            sweeps,
            tick,
        )
    report = result.report
    if compare is not None:
        report = report.against(against(result.to_polars(), Path(compare), votes))
    if output is not None:  # before anything is printed, which a closed pipe may end
        _write(result, output, str(report))
    text = visible(str(report), "\n")
    click.echo(to_json(report) if format_ == "json" else text)


def _write(result: Estimated, output: str, text: str) -> None:
    from daylight.show.frames import write
    from daylight.store.whole import whole

    frame = result.to_polars()
    if output.endswith(".txt"):
        with whole(Path(output)) as handle:
            handle.write(f"{text}\n".encode())
        note(f"Wrote the report to {Path(output).name}")
        return
    write(frame, output)
    note(f"Wrote {len(frame):,} rows to {Path(output).name}")
