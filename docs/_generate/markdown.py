"""Markdown that all generated pages share, and where they lie."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1]
ROOT = DOCS.parent
NOTE = "<!-- Written by docs/generate.py from the code. Do not edit by hand. -->"


def grid(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    cells = [[str(c).replace("|", "\\|").replace("\n", " ") for c in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def first_line(thing: object) -> str:
    """Return the summary of a docstring as one line."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def page(title: str, *parts: str) -> str:
    """Return a page with its note."""
    return "\n\n".join([f"# {title}", NOTE, *parts]) + "\n"


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
