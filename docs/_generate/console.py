"""Console blocks: the commands in them, and their output made afresh."""

from __future__ import annotations

import re
import shlex

from click.testing import CliRunner

from daylight.cli.main import root
from daylight.core import errors

TABLES = {"sql": "table"}
"""Formats on a terminal, where they differ from those in a pipe."""
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)


def steps(block: str) -> list[tuple[str, list[str]]]:
    """Split a console block into commands, each with the output lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def words_of(command: str) -> list[str] | None:
    """Return the words of a plain ``daylight`` command, or None for any other."""
    words = shlex.split(command)
    plain = not {"|", ">", "&&", "<"} & set(words)
    return words[1:] if plain and words and words[0] == "daylight" else None


def run(words: list[str]) -> str:
    """Return what a command prints on a terminal."""
    given = list(words)
    if words[0] in TABLES and not {"--format", "-o", "--output", "--help"} & set(words):
        given += ["--format", TABLES[words[0]]]
    result = CliRunner().invoke(root, given)
    broken = isinstance(result.exception, errors.AtlasDamaged)
    if isinstance(result.exception, errors.DaylightError) and not broken:
        return f"daylight: {result.exception}"
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output.rstrip("\n")


def refilled(block: str) -> str:
    """Return a console block with fresh output."""
    lines: list[str] = []
    for command, shown in steps(block):
        lines.append(f"$ {command}")
        words = words_of(command)
        if not shown or words is None:
            lines += shown
            continue
        fresh = run(words).split("\n")
        cut = shown[-1] == "..." and len(shown) > 1
        lines += [*fresh[: len(shown) - 1], "..."] if cut and len(fresh) >= len(shown) else fresh
    return "\n".join(lines) + "\n"
