"""Plain text for a terminal of 80 columns: wrapped lines and small bars, without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

WIDTH = 80
BAR = 25


def wrap(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    """Break a text into lines of at most 80 columns."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def bar(value: float, lo: float, hi: float, least: float, most: float) -> str:
    """Draw a value with its interval on a line: ``----[==o==]-----``.

    Parameters
    ----------
    value, lo, hi : float
        The value and the ends of its interval.
    least, most : float
        Ends of the line.
    """

    def at(x: float) -> int:
        share = (min(max(x, least), most) - least) / (most - least)
        return round(share * (BAR - 1))

    cells = ["-"] * BAR
    low, high, middle = at(lo), at(hi), at(value)
    for i in range(low, high + 1):
        cells[i] = "="
    cells[low], cells[high] = "[", "]"
    cells[middle] = "o"
    return "".join(cells)


def scale(left: str, middle: str, right: str) -> str:
    """Write the ends and the middle of a line of bars."""
    room = BAR - len(left) - len(middle) - len(right)
    first = room // 2 - 1
    return f"{left} {'.' * (first - 1)} {middle} {'.' * (room - first - 3)} {right}"


def listed(words: Iterable[str]) -> str:
    """Join words as a reader would: ``a, b and c``."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
