"""The question what an article says and whom it names."""

from __future__ import annotations

from datetime import date

from daylight.core.request import Request, dated, request
from daylight.core.said import Caveat, Finding, Summary
from daylight.readings.named import named
from daylight.readings.records import Named, Reading
from daylight.readings.view import VIEW
from daylight.readings.words import LANGUAGE, NO_DATE, TRUNCATED, headline
from daylight.store.atlas import Atlas, current
from daylight.texts.document import Document
from daylight.texts.read import read as document_at


@dated
def read(source: str, as_of: str | int | date | None = None, atlas: Atlas | None = None) -> Reading:
    """Return an article as a clean document, with who is named in it.

    Parameters
    ----------
    source : str
        A file, an address that begins with ``http``, or ``-`` for the standard input.
    as_of : str, int or date, optional
        When it was written, for who held an office then; by default the date that it gives.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    BadInput, BadEncoding, FetchFailed, MissingExtra
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    document = document_at(source)
    when = as_of if as_of is not None else written(document, atlas)
    return of(request("read", (), when, atlas.scope, text=source), document)


def written(document: Document, atlas: Atlas) -> date | None:
    """Return the last day on which a document may have been written; None where it gives none."""
    return min(document.date.last, atlas.last) if document.date is not None else None


def ask(asked: Request, atlas: Atlas) -> Reading:
    """Answer a request about a text."""
    return of(asked, document_at(str(asked.text)))


def of(asked: Request, document: Document) -> Reading:
    """Return the answer about a document that has been read."""
    actors = named(document, asked.as_of)
    return Reading(
        request=asked,
        answer=_summary(document, actors),
        title=document.title,
        deck=document.deck,
        byline=document.byline,
        date=document.date,
        paragraphs=document.paragraphs,
        captions=document.captions,
        dropped=document.dropped,
        truncated=document.truncated,
        language=document.language,
        kind=document.kind,
        actors=actors,
        caveats=tuple(_caveats(document)),
        sources=(),
        view=VIEW,
    )


def _summary(document: Document, actors: tuple[Named, ...]) -> Summary:
    text = headline(document, actors)
    first = tuple(f"/actors/{k}" for k in range(min(len(actors), 3)))
    return Summary(f"{text}.", (Finding("document", text, ("/paragraphs", *first)),))


def _caveats(document: Document) -> list[Caveat]:
    out = []
    if document.truncated:
        out.append(Caveat("coverage", TRUNCATED, ("/truncated",)))
    if document.date is None:
        out.append(Caveat("coverage", NO_DATE, ("/date",)))
    if document.language not in ("en", "und"):
        out.append(Caveat("coverage", LANGUAGE.format(document.language), ("/language",)))
    return out
