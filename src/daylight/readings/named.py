"""Who is named in a document, the most often named first."""

from __future__ import annotations

from datetime import date

from daylight.actors.find import find
from daylight.readings.records import Named, Place
from daylight.texts.document import Document
from daylight.texts.place import unfold


def named(document: Document, on: date | None) -> tuple[Named, ...]:
    """Return everybody whom the body and the captions name, with every place."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Place]] = {}
    for piece in sorted((*document.paragraphs, *document.captions), key=lambda piece: piece.start):
        folded = unfold(piece, document.original)
        for mention in find(folded.text, on):
            start, end = folded.span(mention.start, mention.end)
            key = (mention.name, mention.kind, mention.ids)
            found.setdefault(key, []).append(Place(start, end, mention.text))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[1][0].start))
    return tuple(Named(name, kind, ids, tuple(at)) for (name, kind, ids), at in ordered)
