"""Check every article of a folder; what is done stays done when it is stopped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from daylight.cli.notes import note
from daylight.cli.progress import progress

ENDINGS = (".txt", ".html", ".htm", ".md", ".text")


@click.command("check-folder")
@click.argument("folder", metavar="FOLDER")
@click.option(
    "-o", "--output", metavar="FILE", required=True, help="One JSON line for each article."
)
@click.option("--as-of", "as_of", metavar="DATE", help="For articles that give no date.")
def check_folder(folder: str, output: str, as_of: str | None) -> None:
    """Check every article of FOLDER: texts and HTML pages, in the order of their names.

    Each is one line of JSON in the output file, as `daylight check --format json` gives it, with
    its file and a checksum; or its error. Called again, it goes on where it stopped, and reads
    anew what has changed.

    Example: daylight check-folder articles -o checked.jsonl --as-of 2017-02-01
    """
    from daylight.store.atlas import current

    paths = _articles(folder)
    out = _target(output)
    atlas = current()
    done = _done(out, atlas.scope.atlas)
    with out.open("a", encoding="utf-8") as file, progress("articles", len(paths)) as tick:
        for path in paths:
            key = [path.name, _sum(path)]
            if key not in done:
                file.write(json.dumps(_line(path, key, as_of), ensure_ascii=False) + "\n")
                file.flush()
            tick()
    note(f"{len(paths):,} articles in {output}; {len(done):,} lines were there already")


def _articles(folder: str) -> list[Path]:
    """Return the articles of a folder by name.

    Raises
    ------
    BadInput
        When it is no folder, or holds none.
    """
    from daylight.core.errors import BadInput
    from daylight.store.given import kind, named

    path = named(folder, "FOLDER")
    if kind(path) != "a folder":
        raise BadInput(f"{folder} is {kind(path) or 'not there'}; name a folder of articles.")
    found = sorted(p for p in path.iterdir() if p.suffix.lower() in ENDINGS and p.is_file())
    if not found:
        raise BadInput(
            f"{folder} holds no article; expected files that end in {', '.join(ENDINGS)}."
        )
    return found


def _target(output: str) -> Path:
    """Return the file to write to.

    Raises
    ------
    CannotWrite
        When nothing can be written there.
    """
    from daylight.core.errors import CannotWrite
    from daylight.store.given import named

    path = named(output, "-o")
    try:
        path.open("a", encoding="utf-8").close()
    except OSError as error:
        raise CannotWrite(f"{output} cannot be written ({error.strerror}); name another.") from None
    return path


def _done(path: Path, atlas: str) -> list[list[str]]:
    """Return the files and checksums of whole lines by this atlas, and drop a line cut short.

    Raises
    ------
    BadInput
        When the file holds something else, which is left alone.
    """
    from daylight.core.errors import BadInput

    raw = path.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    done = []
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            row: dict[str, Any] = json.loads(line)
            if row["atlas"] == atlas:
                done.append([row["file"], row["sha256"]])
        except (ValueError, KeyError, TypeError):
            raise BadInput(
                f"{path} line {number} is not of this command; name a new file for the output."
            ) from None
    if len(whole) != len(raw):
        path.write_bytes(whole)
    return done


def _sum(path: Path) -> str:
    from daylight.store.sha import sha256

    return sha256(path)


def _line(path: Path, key: list[str], as_of: str | None) -> dict[str, Any]:
    """Return the checked article, or its error, as a line."""
    from daylight.checks.check import of
    from daylight.core.errors import BadInput, DaylightError
    from daylight.core.request import request
    from daylight.readings.reading import written
    from daylight.store.atlas import current
    from daylight.texts.read import read

    atlas = current()
    head = {"file": key[0], "sha256": key[1], "atlas": atlas.scope.atlas}
    try:
        document = read(str(path))
        when = written(document, atlas) or as_of
        if when is None:
            raise BadInput("The text gives no date; say when it was written with --as-of DATE.")
        asked = request("check", (), when, atlas.scope, text=path.name)
        return {**head, **of(asked, document, atlas).to_dict()}
    except DaylightError as error:
        return {**head, "error": str(error)}
