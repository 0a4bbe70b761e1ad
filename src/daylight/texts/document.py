"""An article that has been read: its parts, each with its place in the text it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from daylight.core.partial import PartialDate

Kind = Literal["html", "pasted"]
Why = Literal[
    "advertisement",
    "author note",
    "cookie notice",
    "date line",
    "editor's note",
    "footer",
    "hidden text",
    "loading note",
    "login note",
    "media player",
    "navigation",
    "newsletter",
    "reader comments",
    "reading aid",
    "related links",
    "repeated text",
    "script",
    "section label",
    "share buttons",
    "subscription note",
]
"""Why a part of a page is no part of the article."""
WHYS: tuple[Why, ...] = get_args(Why)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text: ``original[start:end]`` is what it was cut from.

    Attributes
    ----------
    text : str
        Cleaned: white space folded, marks that are not to be seen left out, and of HTML no tags.
    start, end : int
        Offsets of characters into `Document.original`.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the page that is no part of the article, and why."""

    text: str
    why: Why
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article, apart from the page that it stood on.

    Attributes
    ----------
    title, deck, byline : str or None
        The deck is the line under the title.
    date : PartialDate or None
        When it was published, where the text says so.
    paragraphs : tuple of Piece
        The body, headings within it included.
    captions : tuple of Piece
        Captions of pictures and credits.
    dropped : tuple of Dropped
    truncated : bool
        Whether the text breaks off.
    language : str
        ``en`` or the like; ``und`` when it cannot be told.
    kind : {"html", "pasted"}
    original : str
        The decoded text that all offsets refer to.
    notes : tuple of str
        What a reader should know of how it was read: an encoding that was guessed, no date.
    """

    title: str | None
    deck: str | None
    byline: str | None
    date: PartialDate | None
    paragraphs: tuple[Piece, ...]
    captions: tuple[Piece, ...]
    dropped: tuple[Dropped, ...]
    truncated: bool
    language: str
    kind: Kind
    original: str = field(repr=False)
    notes: tuple[str, ...] = ()
