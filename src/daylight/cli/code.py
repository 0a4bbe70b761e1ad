"""Code the events of sentences, one sentence a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from typing import IO

import click

LONGEST = 100_000
"""Bytes of a line; a longer one is no sentence."""
NAMES = ("source", "target", "root", "code", "goldstein", "negated", "hypothetical", "reported",
         "start", "end")  # fmt: skip


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--as-of", "as_of", metavar="DATE", help="When it was written: who held office then.")
@click.option("--coder", metavar="NAME", default="", help="Another coder that is installed.")
def code(file: str, as_of: str | None, coder: str) -> None:
    """Code events: FILE has one sentence a line (- for standard input), the output one JSON line.

    A line has `events`, each with source, target, PLOVER root, CAMEO code, Goldstein value, and
    whether it is negated, hypothetical or reported. Without a date no person is known by office.

    Example: daylight code sentences.txt --as-of 2017-02-01
    """
    from daylight.coding.coder import DEFAULT
    from daylight.coding.coder import coder as named
    from daylight.core.periods import as_of as read_date
    from daylight.store.atlas import current

    on = read_date(as_of, current().last).date if as_of is not None else None
    chosen = named(coder or DEFAULT)
    with _opened(file) as lines:
        for sentence in _sentences(lines):
            events = [
                {name: asdict(event)[name] for name in NAMES} for event in chosen.code(sentence, on)
            ]
            click.echo(json.dumps({"events": events}, ensure_ascii=False))


def _opened(file: str) -> AbstractContextManager[IO[bytes]]:
    """Return a file, or the standard input, as lines of bytes.

    Raises
    ------
    BadInput
        When it is no file, or cannot be read.
    """
    from daylight.core.errors import BadInput
    from daylight.store.given import kind, named

    if file == "-":
        return nullcontext(sys.stdin.buffer)
    path = named(file, "FILE")
    if kind(path) != "a file":
        raise BadInput(f"{file} is {kind(path) or 'not there'}; name a file of sentences, or -.")
    try:
        return path.open("rb")
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}); name another.") from None


def _sentences(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield each line as text.

    Raises
    ------
    BadEncoding
        When a line is not UTF-8.
    BadInput
        When one is too long, or holds what no text has.
    """
    from daylight.core.errors import BadEncoding, BadInput

    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST:
            raise BadInput(f"Line {number} has over {LONGEST:,} bytes; write one sentence a line.")
        if b"\0" in line:
            raise BadInput(f"Line {number} holds a NUL byte, which no text has; give a text file.")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            raise BadEncoding(f"Line {number} is not UTF-8; save the file as UTF-8.") from None
