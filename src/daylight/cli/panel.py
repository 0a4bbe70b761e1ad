"""The data without the question: panel and cite."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from daylight.cli.notes import note

FORMATS = ("csv", "parquet", "dta", "json", "xlsx", "sav")


@click.command()
@click.option("--unit", type=click.Choice(["dyad-year"]), default="dyad-year", show_default=True)
@click.option("--start", type=int, metavar="YEAR", help="First year.")
@click.option("--end", type=int, metavar="YEAR", help="Last year.")
@click.option("--add", "names", metavar="M1,M2", default="", help="Measures, comma-separated.")
@click.option("--with", "extras", metavar="lo,hi,n,status", default="", help="Columns beside each.")
@click.option("--status", is_flag=True, help="Short for --with status.")
@click.option("--directed/--undirected", default=False, show_default=True)
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: csv.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not.")
@click.option("--list", "listing", is_flag=True, help="List the measures and stop.")
def panel(
    unit: str,
    start: int | None,
    end: int | None,
    names: str,
    extras: str,
    status: bool,
    directed: bool,
    format_: str | None,
    output: str | None,
    listing: bool,
) -> None:
    """Write measures for all pairs of states and years.

    Example: daylight panel --start 2016 --end 2016 --add vote_kappa,trade_dependence
    """
    from daylight.core.periods import FIRST_YEAR
    from daylight.panel.notes import notes
    from daylight.panel.panel import dyads
    from daylight.show.frames import dump, write

    if listing:
        click.echo(_measures())
        return
    plan = dyads(FIRST_YEAR if start is None else start, end, directed)
    plan = plan.add(*_words(names)).having(*_words(extras), *(["status"] if status else []))
    frame = plan.to_polars()
    if output is None:
        dump(frame, sys.stdout.buffer, format_ or "csv")
    else:
        write(frame, output, format_)
        note(f"Wrote {len(frame):,} rows to {Path(output).name}")
    for text in notes(frame, plan.measures):
        note(text)


@click.command()
@click.argument("names", nargs=-1, metavar="[MEASURE]...")
def cite(names: tuple[str, ...]) -> None:
    """Print what to cite for measures: papers, sources, and the atlas.

    Example: daylight cite vote_kappa trade_dependence
    """
    from daylight.measures import MEASURES
    from daylight.panel.cite import citations
    from daylight.store.atlas import current

    for line in citations(current(), names or [m.name for m in MEASURES]):
        click.echo(line)
    sys.stdout.flush()


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _measures() -> str:
    """Return the list of measures with unit, direction and coverage."""
    from daylight.measures import MEASURES
    from daylight.measures.coverage import spans as spans_of
    from daylight.say.lines import wrap
    from daylight.store.atlas import current

    spans = spans_of(current())
    lines = []
    for m in MEASURES:
        span = spans.get(m.name)
        years = f"{span[0]}-{span[1]}" if span else "not in this atlas"
        rule = "higher of those known" if m.undirected == "known" else m.undirected
        way = f"directed; undirected: the {rule}" if m.directed else "undirected"
        lines.append(f"{m.name:28}{years}  {way}")
        lines += wrap(f"{m.title}: {m.unit}.", 4, 2)
    return "\n".join(lines)
