"""The data without the question: panel and cite."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from daylight.cli.complete import measures
from daylight.cli.notes import note

if TYPE_CHECKING:
    from daylight.panel.made import Panel

FORMS = ("text", "bibtex", "ris", "csl-json")
FORMATS = ("csv", "parquet", "dta", "json", "xlsx", "sav")


@click.command()
@click.option(
    "--unit", type=click.Choice(["dyad-year", "state-year"]), default="dyad-year", show_default=True
)
@click.option("--start", type=int, metavar="YEAR", help="First year.")
@click.option("--end", type=int, metavar="YEAR", help="Last year.")
@click.option(
    "--add",
    "names",
    metavar="M1,M2",
    default="",
    help="Measures, comma-separated.",
    shell_complete=measures,
)
@click.option("--with", "extras", metavar="lo,hi,n,status", default="", help="Columns beside each.")
@click.option("--status", is_flag=True, help="Short for --with status.")
@click.option("--states", metavar="A,B,C|FILE", help="Only these, from a list or lines of a file.")
@click.option("--dyads", metavar="FILE", help="Only these: CSV of two states a row, and a year.")
@click.option(
    "--system", type=click.Choice(["cow", "gw"]), default="cow", show_default=True,
    help="Whose states: Correlates of War, or Gleditsch-Ward.",
)  # fmt: skip
@click.option("--directed/--undirected", default=False, show_default=True)
@click.option("--all-rows", is_flag=True, help="Keep years that no measure covers.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: csv.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not.")
@click.option("--list", "listing", is_flag=True, help="List the measures by family and stop.")
def panel(format_: str | None, output: str | None, listing: bool, **asked: Any) -> None:
    """Write measures for pairs of states, or states, and years.

    Example: daylight panel --start 2016 --end 2016 --add vote_kappa,trade_dependence
    """
    from daylight.panel.notes import notes
    from daylight.show.frames import dump, file_kind, write

    if listing:
        from daylight.panel.listing import listed

        click.echo("\n".join(listed()))
        return
    if output is not None:
        file_kind(output, format_)  # a slip there is said before the work
    plan = _plan(**asked)
    frame = plan.to_polars()
    if output is None:
        dump(frame, sys.stdout.buffer, format_ or "csv", plan.about(frame))
    else:
        write(frame, output, format_, plan.about(frame))
        note(f"Wrote {len(frame):,} rows to {Path(output).name}")
    for text in notes(frame, plan):
        note(text)


def _plan(
    unit: str,
    names: str,
    extras: str,
    status: bool,
    states: str | None,
    dyads: str | None,
    directed: bool,
    **asked: Any,
) -> Panel:
    from daylight.core.errors import BadInput
    from daylight.panel.panel import dyads as pairs
    from daylight.panel.panel import state_years

    if unit == "dyad-year":
        plan = pairs(states=states, dyads=dyads, directed=directed, **asked)
    elif directed or dyads is not None:
        name = "--directed" if directed else "--dyads"
        raise BadInput(f"{name} goes with --unit dyad-year; a state has no direction.")
    else:
        plan = state_years(states=states, **asked)
    return plan.add(*_words(names)).having(*_words(extras), *(["status"] if status else []))


@click.command()
@click.argument("names", nargs=-1, metavar="[MEASURE|SOURCE]...", shell_complete=measures)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True)
def cite(names: tuple[str, ...], form: str) -> None:
    """Print what to cite for measures and sources: Daylight with its atlas, papers, sources.

    Without names, for all measures. For an answer: `daylight bond ... -o sources.bib`.

    Example: daylight cite vote_kappa trade_dependence --format bibtex
    """
    from daylight.citing.forms import written
    from daylight.panel.cite import citations, every, works
    from daylight.store.atlas import current

    chosen = names or every()
    if form == "text":
        click.echo("\n".join(citations(current(), chosen)))
    else:
        click.echo(written(works(current(), chosen), form), nl=False)
    sys.stdout.flush()


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
