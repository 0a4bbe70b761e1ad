"""Ask for a scenario at the terminal, and write it to a file."""

from __future__ import annotations

import sys

import click

from daylight.cli.notes import note
from daylight.core.errors import BadInput
from daylight.core.lazy import load
from daylight.store.given import kind, named


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--example", is_flag=True, help="Write the example of Russia, Iran and 2017 instead.")
def scenario(file: str, example: bool) -> None:
    """Ask for your assumptions one by one, and write them to FILE for `daylight wedge`.

    An empty answer means unknown. Give the file with --scenario FILE.
    """
    path = named(file, "FILE")
    if kind(path):
        raise BadInput(f"{file} is there already; name a new file, or change it by hand.")
    text: str = (
        load("daylight.wedges.assumed.scenario:example")()
        if example
        else load("daylight.wedges.assumed.asked:asked")(_prompt)
    )
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{file} cannot be written ({error.strerror}); name another.") from None
    note(f"Wrote {file}; use it with: daylight wedge TARGET PARTNER --divider STATE "
         f"--scenario {file}")  # fmt: skip


def _prompt(question: str) -> str:
    """Ask at a terminal; from a pipe read the next line, without a word."""
    try:
        if sys.stdin.isatty():
            answer: str = click.prompt(question, default="", show_default=False, err=True)
            return answer
        line = sys.stdin.readline()
    except (click.Abort, EOFError, OSError, ValueError):
        line = ""
    if not line:
        raise BadInput(
            "The input ended before the questions did; nothing was written. Answer each line, an "
            "empty one where you do not know."
        )
    return line.strip()
