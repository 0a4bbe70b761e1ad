"""Where results go: a terminal, a pipe, or a file that appears whole."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import click

from daylight.cli.notes import note
from daylight.core.answer import Answer
from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.core.plain import plain
from daylight.show.rendered import FORMATS, rendered
from daylight.store.given import kind as kind_of
from daylight.store.whole import cannot_write, whole

SUFFIXES = {".htm": "html", ".txt": "text", ".bib": "bibtex"}
"""Endings that name a format by another word than its own."""


def to_json(result: Any) -> str:
    """Return a result as JSON."""
    return json.dumps(plain(result), indent=2, ensure_ascii=False)


def ending(output: str) -> str:
    """Return the format that a file's ending names.

    Raises
    ------
    BadInput
        When it names none.
    """
    suffix = Path(output).suffix.lower()
    return one_of(SUFFIXES.get(suffix, suffix.lstrip(".")), FORMATS, "file ending")


def show(answer: Answer, format_: str | None, output: str | None, **printed: Any) -> None:
    """Print an answer or write it to a file: as asked, by the file's ending, else as text."""
    if output is not None and format_ is None and _is_folder(answer, output):
        write_folder(answer, Path(output))
        return
    kind = format_ or (ending(output) if output else "text")
    given = {name: value for name, value in printed.items() if value}
    if given and kind != "pdf":
        flags = " and ".join(f"--{name}" for name in given)
        raise BadInput(f"{flags} is for PDF, not {kind}; write -o FILE.pdf or leave it out.")
    content = answer.to_pdf(**given) if given else rendered(answer, kind)
    if output is None:
        click.echo(content, nl=False)
        return
    with whole(Path(output)) as handle:
        handle.write(content)
    note(f"Wrote {output}")


def _is_folder(answer: Answer, output: str) -> bool:
    """Whether an answer that fills a folder is to be written to one."""
    place = Path(output)
    named = output.endswith(("/", os.sep)) or not place.suffix
    named = named or kind_of(place) == "a folder"
    return bool(named and answer.view.names(answer))


def write_folder(answer: Answer, folder: Path) -> None:
    """Write the files of an answer into a folder, which is made if it is not there.

    Raises
    ------
    CannotWrite
        When it cannot be made, or a file cannot be written.
    """
    from daylight.cli.progress import progress

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    count = len(answer.view.names(answer))
    with progress("pages", count) as tick:
        for name, content in answer.view.files(answer):
            with whole(folder / name) as handle:
                handle.write(content)
            tick()
    note(f"Wrote {count} files to {folder}; begin with index.html")
