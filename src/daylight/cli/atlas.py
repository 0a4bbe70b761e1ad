"""The atlas: what it holds, whether it is whole, and how to build one."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from daylight.cli.notes import note
from daylight.cli.output import to_json
from daylight.core.errors import AtlasDamaged, BadInput
from daylight.core.visible import visible
from daylight.say.lines import cut


@click.group()
def atlas() -> None:
    """Show, verify or build the atlas (DAYLIGHT_ATLAS names another than the one that ships)."""


@atlas.command()
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def info(format_: str | None) -> None:
    """Show the tables of the atlas in use, and the sources it was built from."""
    from daylight.store.atlas import current, location

    manifest = current().manifest
    if format_ == "json":
        click.echo(to_json(manifest))
        return
    total = sum(t.bytes for t in manifest.tables) / 1e6
    click.echo(
        f"Atlas {manifest.id}, to {manifest.last}, {total:.1f} MB\n{visible(str(location()))}\n"
    )
    for t in manifest.tables:
        click.echo(f"{t.name:16}{t.rows:>12,} rows {t.bytes / 1e6:>8.2f} MB")
    click.echo("\nBuilt from")
    for s in manifest.sources:
        click.echo(cut(f"{s.id:24}{s.start}-{s.end}  {s.version}", 80))


@atlas.command()
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def verify(format_: str | None) -> None:
    """Check every table of the atlas in use against its manifest and rules."""
    from daylight.build.verify import verify as check
    from daylight.store.atlas import location

    checks = check(location())
    failed = [c for c in checks if not c.passed]
    try:
        if format_ == "json":
            click.echo(to_json(list(checks)))
        else:
            for c in checks:
                click.echo(f"{'ok  ' if c.passed else 'FAIL'} {c.table}: {visible(c.text)}")
    finally:  # whether all of it could be printed or not
        if failed:
            raise AtlasDamaged(
                f"{len(failed)} of {len(checks)} checks failed, first {failed[0].table}: "
                f"{failed[0].text}; reinstall, or rebuild with `daylight atlas build`."
            )


@atlas.command()
@click.option("--to", "folder", metavar="FOLDER", help="Where it goes; DAYLIGHT_ATLAS by default.")
@click.option(
    "--with", "own", multiple=True, metavar="SOURCE=PATH",
    help="A file or folder of your own for a source that may not be passed on.",
)  # fmt: skip
def build(folder: str | None, own: tuple[str, ...]) -> None:
    """Build an atlas from the sources (DAYLIGHT_MIRROR, or downloads).

    A build that was stopped goes on where it was. The atlas in use changes only at the end; its
    files stay until the build after. Files that no build wrote are left alone.
    An atlas built with files of your own is yours alone: do not pass it on.
    """
    from daylight.build.run import build as run
    from daylight.cli.progress import progress
    from daylight.store.atlas import ATLAS
    from daylight.store.written import strangers

    target = _folder(folder)
    manifest = run(target, progress, dict(_own(text) for text in own))
    note(f"Built atlas {manifest.id} at {target}")
    if os.environ.get(ATLAS) != str(target):
        note(f"Use it with: export {ATLAS}={shlex.quote(str(target))}")
    others = strangers(target)
    if others:
        note(f"Left alone there, being by no build: {', '.join(others)}")


def _folder(given: str | None) -> Path:
    """Return where an atlas goes: as given, else as the variable says, else the default."""
    from daylight.store.atlas import ATLAS
    from daylight.store.given import named

    if given is not None and not given.strip():
        raise BadInput("--to is empty; name a folder, or leave it out for the default.")
    if given:
        return named(given, "--to")
    return named(os.environ.get(ATLAS) or _default(), ATLAS)


def _own(text: str) -> tuple[str, Path]:
    from daylight.store.given import named

    source, sign, path = text.partition("=")
    if not (source and sign and path):
        raise BadInput(f"--with takes SOURCE=PATH; got {text!r}.")
    return source, named(path, f"--with {source}")


def _default() -> str:
    import platformdirs

    return str(Path(platformdirs.user_data_dir("daylight")) / "atlas")
