"""What is given to be read: a file, an address, or the standard input, as decoded text."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from daylight.core.errors import BadInput
from daylight.core.visible import quoted
from daylight.store.given import named
from daylight.store.given import read as read_file
from daylight.texts.decode import decode

MOST = 10_000_000
"""Bytes of a text or page."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_TAG = re.compile(
    r"</?(?:p|div|br|span|a|li|article|section|h[1-6]|td|table|figure|meta|script)\b[^<>]{0,2000}>",
    re.I,
)
LOOK = 100_000
"""Characters in which tags are looked for."""


@dataclass(frozen=True, slots=True)
class Given:
    """A decoded text.

    Attributes
    ----------
    text : str
    html : bool
        Whether it is HTML.
    notes : tuple of str
        What is to be said of how it was decoded.
    """

    text: str
    html: bool
    notes: tuple[str, ...] = ()


def given(source: str) -> Given:
    """Return the text of a file, of the page at an address, or of the standard input (``-``).

    Raises
    ------
    BadInput
        When it cannot be read, is too large, is no text, or is empty.
    FetchFailed
        When a page could not be had.
    """
    if source == "-":
        content = sys.stdin.buffer.read(MOST + 1)
        _small(len(content), "The standard input")
        return _decoded(content, "The standard input", None)
    if source[:8].lower().startswith(("http://", "https://")):
        from daylight.texts.fetch import fetch

        page = fetch(source, MOST)
        return _decoded(page.content, quoted(source), page.charset)
    if _SCHEME.match(source) and source[1:2] != ":":
        from daylight.store.given import kind

        if not kind(named(source, "The text")):
            raise BadInput(
                f"{quoted(source)} is no file, and of addresses only http:// and https:// are "
                "read; save the page, and give the file."
            )
    return _decoded(_file(source), quoted(source), None)


def markup(text: str) -> bool:
    """Whether a text is HTML: it begins as a page does, or has tags all through."""
    if _PAGE.match(text):
        return True
    found = len(_TAG.findall(text, 0, LOOK))
    return found >= 4 and found * 400 >= min(len(text), LOOK)


def _decoded(content: bytes, what: str, charset: str | None) -> Given:
    text, notes = decode(content, what, charset)
    return Given(text, markup(text), notes)


def _file(source: str) -> bytes:
    try:
        return read_file(named(source, "The text"), MOST)
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(
            f"{quoted(source)} cannot be read ({why}); give a file, an address, or - for the "
            "standard input."
        ) from None


def _small(size: int, what: str) -> None:
    if size > MOST:
        raise BadInput(
            f"{what} has more than {MOST:,} bytes, which is the limit; give one article."
        )
