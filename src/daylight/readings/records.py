"""The records of an article that was read."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer
from daylight.core.partial import PartialDate
from daylight.texts.document import Dropped, Piece


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is named: characters of the original text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a text names.

    Attributes
    ----------
    name : str
    kind : str
        state, leader, bloc, place or people.
    ids : tuple of str
        Codes of states, or the short name of a bloc; several where the text does not settle which
        is meant, none where nothing of that name is known.
    places : tuple of Place
        In order.
    """

    name: str
    kind: str
    ids: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, kw_only=True, repr=False)
class Reading(Answer):
    """An article as a document.

    Attributes
    ----------
    title, deck, byline : str or None
        The deck is the line under the title.
    date : PartialDate or None
        When it was published, where it says so.
    paragraphs, captions : tuple of Piece
        Offsets are characters of the original text.
    dropped : tuple of Dropped
        What stood on the page and is no part of the article, and why.
    truncated : bool
        Whether the text breaks off.
    language, kind : str
    actors : tuple of Named
        The most often named first.
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
    kind: str
    actors: tuple[Named, ...]
