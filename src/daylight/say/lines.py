"""Plain lines for a terminal: wrapped to its width, with small bars, without colour."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

PLAIN = 80
"""Columns where no terminal says how many it has."""
NARROWEST, WIDEST = 66, 110
"""Narrower, bars and intervals no longer fit beside each other; wider, lines are hard to read."""
BAR, LEAST_BAR = 25, 11
"""Cells of a bar in a line of 80 columns, and in the narrowest."""
INDENT = 2
_WIDTH: ContextVar[int] = ContextVar("width", default=PLAIN)


def terminal() -> int:
    """Return the columns of the terminal, or 80 where output goes elsewhere."""
    return shutil.get_terminal_size((PLAIN, 24)).columns if sys.stdout.isatty() else PLAIN


@contextmanager
def columns(width: int | None) -> Iterator[int]:
    """Write for so many columns while the context lasts; by default for the terminal.

    Parameters
    ----------
    width : int, optional
        Kept within :data:`NARROWEST` and :data:`WIDEST`.
    """
    wanted = terminal() if width is None else width
    token = _WIDTH.set(min(max(wanted, NARROWEST), WIDEST))
    try:
        yield _WIDTH.get()
    finally:
        _WIDTH.reset(token)


def width() -> int:
    """Return the columns that are written for."""
    return _WIDTH.get()


def wrap(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    """Break a text into lines that fit."""
    return textwrap.wrap(
        text,
        width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def cells() -> int:
    """Return the cells of a bar: fewer where the terminal is narrow."""
    return max(min(BAR, BAR - PLAIN + width()), LEAST_BAR)


def row(name: str, entries: Iterable[str], room: int, cell: int) -> list[str]:
    """Write a name and entries as one line of columns; over several where that is too wide.

    Parameters
    ----------
    name : str
    entries : iterable of str
    room, cell : int
        Columns of the name and of each entry.
    """
    texts = list(entries)
    line = f"{cut(name, room - 1):{room}}" + "".join(f"{text:<{cell}}" for text in texts)
    if len(line.rstrip()) <= width():
        return [line.rstrip()]
    most = max((width() - INDENT) // cell, 1)
    parts = [texts[k : k + most] for k in range(0, len(texts), most)]
    lines = ["".join(f"{text:<{cell}}" for text in part) for part in parts]
    return [cut(name, width()), *(" " * INDENT + line.rstrip() for line in lines)]


def bar(value: float, lo: float, hi: float, least: float, most: float) -> str:
    """Draw a value with its interval on a line: ``----[==o==]-----``.

    Parameters
    ----------
    value, lo, hi : float
        The value and the ends of its interval.
    least, most : float
        Ends of the line.
    """
    size = cells()

    def at(x: float) -> int:
        share = (min(max(x, least), most) - least) / (most - least)
        return round(share * (size - 1))

    marks = ["-"] * size
    low, high, middle = at(lo), at(hi), at(value)
    for i in range(low, high + 1):
        marks[i] = "="
    marks[low], marks[high] = "[", "]"
    marks[middle] = "o"
    return "".join(marks)


def scale(left: str, middle: str, right: str) -> str:
    """Write the ends and the middle of a line of bars."""
    room = cells() - len(left) - len(middle) - len(right)
    first = room // 2 - 1
    return f"{left} {'.' * (first - 1)} {middle} {'.' * (room - first - 3)} {right}"


def listed(words: Iterable[str], link: str = "and") -> str:
    """Join words as a reader would: ``a, b and c``."""
    *first, last = words
    return f"{', '.join(first)} {link} {last}" if first else last


def counted(n: int, name: str) -> str:
    """Write a count with what is counted, for names that take an s: ``1 vote``, ``20 votes``."""
    return f"{n:,} {name}" if n == 1 else f"{n:,} {name}s"


def cut(text: str, room: int) -> str:
    """Shorten a text, with a mark where something is gone."""
    return text if len(text) <= room else f"{text[: room - 2].rstrip()}.."


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a text with a small first letter, as it stands within a sentence."""
    return text[:1].lower() + text[1:]
