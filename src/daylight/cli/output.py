"""Where results go: a terminal, a pipe, or a file that appears whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from daylight.core.errors import BadInput
from daylight.core.plain import plain
from daylight.store.whole import whole

SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}


def to_json(result: Any) -> str:
    """Return a result as JSON."""
    return json.dumps(plain(result), indent=2, ensure_ascii=False)


def chosen(format_: str | None, output: str | None, formats: tuple[str, ...]) -> str:
    """Return the format: as asked, by the file's ending, else text on a terminal, JSON piped.

    Raises
    ------
    BadInput
        When the file's ending names no format.
    """
    if format_:
        return format_
    if output:
        found = SUFFIXES.get(Path(output).suffix.lower())
        if found not in formats:
            endings = ", ".join(s for s, f in SUFFIXES.items() if f in formats)
            raise BadInput(f"The ending of {output} names no format; use {endings} or --format.")
        return found
    return "text" if sys.stdout.isatty() else "json"


def show(
    result: Any,
    format_: str | None,
    output: str | None,
    html: Callable[[Any], str] | None = None,
) -> None:
    """Print a result or write it to a file."""
    formats = ("text", "json", "html") if html else ("text", "json")
    kind = chosen(format_, output, formats)
    makers: dict[str, Callable[[Any], str]] = {"text": str, "json": to_json}
    if html:
        makers["html"] = html
    text = makers[kind](result)
    if output is None:
        click.echo(text)
        return
    with whole(Path(output)) as handle:
        handle.write(f"{text}\n".encode())
    click.echo(f"Wrote {output}", err=True)
