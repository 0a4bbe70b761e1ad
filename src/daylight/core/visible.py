"""Texts from outside, safe to print: what a terminal would obey is spelled out.

A file name or the name of a state in a file of the user's may hold escape sequences that clear a
screen or rename a window, or marks that turn the order of letters round. Printed as they are,
they would act, or make a message say what it does not.
"""

from __future__ import annotations

import unicodedata

from daylight.core.limits import QUOTED

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that are spelled out: controls, formats (turns of direction among them),
halves of letters, and separators of lines."""
MOST = 1600
"""Characters of a message, 20 lines of a terminal: of a name of 200,000 the ends tell enough."""


def visible(text: str, kept: str = "") -> str:
    r"""Return a text with every character that is not to be seen written as ``\x1b`` or the like.

    Parameters
    ----------
    text : str
    kept : str
        Characters that stay, such as the end of a line in a table.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in kept or not _hidden(c) else _spelled(c) for c in text)


def one_line(text: str) -> str:
    """Return a message as one visible line that is not longer than a screen."""
    line = visible(" ".join(text.splitlines()) if "\n" in text else text)
    if len(line) <= MOST:
        return line
    half = MOST // 2
    return f"{line[:half]} [{len(line) - 2 * half:,} characters left out] {line[-half:]}"


def quoted(value: object) -> str:
    """Return a value from outside as a message quotes it: in quotation marks, and not too long."""
    text = repr(value)
    if len(text) <= QUOTED:
        return text
    return f"{text[:QUOTED]}... ({len(text):,} characters)"


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in HIDDEN


def _spelled(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
