"""The question whether what an article claims is so."""

from __future__ import annotations

from collections import Counter
from datetime import date

from daylight.checks.caveats import caveats
from daylight.checks.decide import decide
from daylight.checks.known import Known
from daylight.checks.records import Check, Checked, Passage, checked
from daylight.checks.verdict import VERDICTS, Verdict
from daylight.checks.view import VIEW
from daylight.checks.words import summary
from daylight.claims.find import claims
from daylight.core.errors import BadInput
from daylight.core.request import Request, dated, request
from daylight.readings.reading import written
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes
from daylight.texts.document import Document
from daylight.texts.read import read

ENGLISH = ("en", "und")


@dated
def check(source: str, as_of: str | int | date | None = None, atlas: Atlas | None = None) -> Check:
    """Find the claims of an article that data can decide, and decide them.

    Parameters
    ----------
    source : str
        A file, an address that begins with ``http``, or ``-`` for the standard input.
    as_of : str, int or date, optional
        When it was written; by default the date that it gives. Nothing of later enters.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    BadInput
        When it cannot be read, is not in English, or gives no date and none is given.
    BadEncoding, FetchFailed, MissingExtra, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    document = _english(read(source))
    when = as_of if as_of is not None else written(document, atlas)
    if when is None:
        raise BadInput(
            "The text gives no date, and claims are checked as of one; say when it was written "
            "with --as-of DATE."
        )
    return of(request("check", (), when, atlas.scope, text=source), document, atlas)


def ask(asked: Request, atlas: Atlas) -> Check:
    """Answer a request about a text."""
    return of(asked, read(str(asked.text)), atlas)


def _english(document: Document) -> Document:
    if document.language not in ENGLISH:
        raise BadInput(
            f"The text seems to be in the language {document.language!r}; claims are read in "
            "English only. Give a translation."
        )
    return document


def of(asked: Request, document: Document, atlas: Atlas | None = None) -> Check:
    """Return the answer about a document that has been read.

    Raises
    ------
    BadInput
        When it is not in English.
    """
    _english(document)
    atlas = atlas or current()
    known = Known(atlas, asked.as_of)
    verdicts: list[Verdict] = []
    found: list[Checked] = []
    for claim in claims(document, asked.as_of):
        verdicts.append(decide(claim, known))
        found.append(checked(claim, verdicts[-1]))
    counts = Counter(one.verdict for one in found)
    return Check(
        request=asked,
        answer=summary(found),
        title=document.title,
        truncated=document.truncated,
        language=document.language,
        claims=tuple(found),
        counts={word: counts[word] for word in VERDICTS},
        passages=tuple(_passages(document)),
        caveats=caveats(document, asked.as_of, atlas.last, found),
        sources=source_notes(atlas, _supports(verdicts), asked.year),
        view=VIEW,
    )


def _passages(document: Document) -> list[Passage]:
    parts = [Passage("paragraph", p.text, p.start, p.end) for p in document.paragraphs]
    parts += [Passage("caption", p.text, p.start, p.end) for p in document.captions]
    return sorted(parts, key=lambda part: part.start)


def _supports(verdicts: list[Verdict]) -> dict[str, tuple[str, ...]]:
    """Return the sources of each claim, by its place in the answer."""
    return {
        f"/claims/{k}": of_tables(*verdict.tables)
        for k, verdict in enumerate(verdicts)
        if verdict.tables
    }
