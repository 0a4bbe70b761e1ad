"""The claims of a document, sentence by sentence."""

from __future__ import annotations

from datetime import date

from daylight.actors.find import find
from daylight.claims.beyond import by_word
from daylight.claims.context import Context
from daylight.claims.described import with_described
from daylight.claims.kept import kept
from daylight.claims.loose import by_cue
from daylight.claims.made import by_pattern
from daylight.claims.masked import masked
from daylight.claims.records import Claim
from daylight.claims.scene import scene
from daylight.texts.document import Document, Piece
from daylight.texts.place import unfold
from daylight.texts.sentences import sentences

LONGEST = 1_200
"""Characters of a sentence; a longer one is no sentence of prose and is left out."""


def claims(document: Document, on: date | None) -> tuple[Claim, ...]:
    """Return what a document claims, in order.

    Parameters
    ----------
    document : Document
    on : date or None
        Date of the text: what "now" and "last year" mean. Without one they mean nothing.
    """
    context = Context()
    out: list[Claim] = []
    for piece in sorted((*document.paragraphs, *document.captions), key=lambda each: each.start):
        for sentence in sentences(piece, document.original):
            out += of_sentence(sentence, document.original, on, context)
    return tuple(out)


def of_sentence(
    sentence: Piece, original: str, on: date | None, context: Context
) -> tuple[Claim, ...]:
    """Return the claims of one sentence, and take it into the context."""
    if len(sentence.text) > LONGEST:
        return ()
    folded = unfold(sentence, original)
    found = find(folded.text, on)
    mentions = with_described(folded.text, found, on, context.bloc is None)
    said = tuple(context.meant(folded.text, mentions))
    marked = masked(folded.text, mentions, said, on)
    main, bloc = context.main(), context.newest()
    context.add(mentions, said)
    made = scene(marked, folded, main, bloc)
    return kept(by_pattern(made), by_cue(made), by_word(made))
