"""What is said of an article that was read."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.readings.records import Named
from daylight.say.lines import counted, listed
from daylight.texts.document import Document

TRUNCATED = "The text breaks off; what the rest says is not known."
NO_DATE = (
    'The text gives no date: who held an office, and what "now" means, is taken as of the date '
    "asked for."
)
LANGUAGE = (
    "The text seems to be in the language {!r}; names are read as in English, and claims are not."
)
FEW = 3


def headline(document: Document, actors: Sequence[Named]) -> str:
    """Return what was read in a sentence."""
    words = sum(len(piece.text.split()) for piece in document.paragraphs)
    text = f"An article of {counted(len(document.paragraphs), 'paragraph')} and {words:,} words"
    text += f", with {counted(len(document.captions), 'caption')}" if document.captions else ""
    text += (
        f", {counted(len(document.dropped), 'part')} of the page dropped"
        if document.dropped
        else ""
    )
    names = listed([actor.name for actor in actors[:FEW]])
    return f"{text}; most often named: {names}" if names else f"{text}; nobody known is named"
