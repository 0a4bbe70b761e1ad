"""A label as it stands and cleaned, and the years that stand after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from daylight.core.names.clean import mended, tidy, without_notes
from daylight.core.names.doubtful import shared
from daylight.core.names.fold import normalise

_SPAN = re.compile(
    r"\s*[(\[,]?\s*(?:(?P<first>\d{4})?\s*(?:[-–—]|\.{2,3}-?|…-?)\s*(?P<last>\d{4})?|(?:until|till|to|before)\s+"
    r"(?P<until>\d{4})|(?:since|from|after)\s+(?P<since>\d{4}))\s*[)\]]?\s*$"
)


_LETTER = re.compile(r"[(\[]\s*([a-z])\s*[)\]]\s*$")
_TELLING = "bdeklnprstw"
"""First letters of north, Bissau, Kinshasa, republic and the like."""


def wholes(text: str) -> Iterator[str]:
    """Yield the label as it stands, then cleaned more and more."""
    plain = tidy(text)
    yield plain
    right = tidy(mended(text))
    if right != plain:
        yield right
    bare = without_notes(right)
    if bare and bare != right and not _tells_apart(right, normalise(bare)):
        yield bare


def _tells_apart(text: str, name: str) -> bool:
    """Whether a letter in brackets may say which state is meant: ``Guinea (b)`` is no note."""
    mark = _LETTER.search(text)
    return mark is not None and mark[1] in _TELLING and shared(name)


def undated(text: str) -> tuple[str, date | None]:
    """Return a label without years after its name, ``(1949-1990)``, and a day within them.

    No day where the years go on, and the label as it is where it has none.
    """
    span = _SPAN.search(text)
    if span is None or not span.start() or not any(span.groups()):
        return text, None
    last = span["last"] or span["until"]
    return text[: span.start()], date(max(int(last) - 1, 1), 12, 31) if last else None
