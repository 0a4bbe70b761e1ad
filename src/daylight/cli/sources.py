"""The sources: what they declare, where their files are, whether the bytes are right."""

from __future__ import annotations

import sys

import click

from daylight.cli.output import to_json
from daylight.core.errors import DaylightError
from daylight.say.lines import cut


@click.group()
def sources() -> None:
    """List, show, fetch or verify the sources (DAYLIGHT_MIRROR names a folder with them)."""


@sources.command("list")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def list_(format_: str | None) -> None:
    """List all sources with coverage and terms."""
    from daylight.say.lines import wrap
    from daylight.sources.kit.declaration import declaration, source_ids

    specs = [declaration(name) for name in source_ids()]
    if format_ == "json":
        click.echo(to_json([spec.model_dump(mode="json") for spec in specs]))
        return
    click.echo(f"{'source':24}{'years':11}{'may ship':10}title")
    for spec in specs:
        years = f"{spec.coverage.start}-{spec.coverage.end}"
        ships = "supplied" if spec.supplied else spec.redistribution
        click.echo(cut(f"{spec.id:24}{years:11}{ships:10}{spec.title}", 80))
    legend = (
        "May ship is about the source's own rows, none of which are here. yes: its terms allow it; "
        "no: they forbid it; ask: they do not say, or want to be asked; supplied: read from files "
        "of your own that you give to a build. What is derived from a source: DATA-LICENCES.md."
    )
    click.echo("\n".join(wrap(legend)))


@sources.command()
@click.argument("source")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def show(source: str, format_: str | None) -> None:
    """Show one source: producer, version, citation, licence, coverage, files."""
    import yaml

    from daylight.sources.kit.declaration import declaration

    spec = declaration(source).model_dump(mode="json")
    if format_ == "json":
        click.echo(to_json(spec))
        return
    click.echo(yaml.safe_dump(spec, sort_keys=False, allow_unicode=True, width=79).rstrip())


@sources.command()
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
def fetch(names: tuple[str, ...]) -> None:
    """Fetch the files of sources, all by default; files already there are kept."""
    _each_file(names, download=True)


@sources.command()
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
def verify(names: tuple[str, ...]) -> None:
    """Compare the files of sources with their declared sha256, all sources by default."""
    _each_file(names, download=False)


def _each_file(names: tuple[str, ...], download: bool) -> None:
    """Go through the files, report each, and raise the first error at the end."""
    from daylight.cli.progress import progress
    from daylight.core.errors import FetchFailed
    from daylight.sources.kit.declaration import declaration, source_ids
    from daylight.sources.kit.fetch import fetch as get
    from daylight.sources.kit.fetch import where
    from daylight.sources.kit.verify import verify as check
    from daylight.store.given import kind

    specs = [declaration(name) for name in names or source_ids()]
    first: DaylightError | None = None
    lines = []
    with progress("Files", sum(len(spec.files) for spec in specs)) as tick:
        for spec in specs:
            if spec.supplied:
                lines.append(f"skip  {spec.id}: a file of your own, nothing to compare with.")
                lines += [spec.supplied] if download or names else []
            for file in spec.files:
                try:
                    path = where(spec, file)
                    if download:
                        path = get(spec, file, progress=sys.stderr.isatty())
                    elif kind(path) != "a file":
                        how = f"`daylight sources fetch {spec.id}` gets it or says how."
                        raise FetchFailed(f"{spec.id}: {file.name} is not at {path}; {how}")
                    check(spec, file, path)
                    lines.append(f"ok    {spec.id}/{file.name}")
                except DaylightError as error:
                    first = first or error
                    lines.append(f"FAIL  {error}")
                tick()
    try:
        click.echo("\n".join(lines) or "No files: these tables are part of the code.")
    finally:  # whether all of it could be printed or not
        if first is not None:
            raise first
