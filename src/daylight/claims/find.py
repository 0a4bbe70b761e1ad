"""The claims of a document, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from daylight.actors.find import find
from daylight.claims.context import Context
from daylight.claims.hedged import attribution, speaker
from daylight.claims.masked import MARK, Masked, masked
from daylight.claims.patterns import Pattern, denied, part
from daylight.claims.records import UNCHECKABLE, Actor, Claim, Window
from daylight.claims.said import acts, belonging, beyond, ties
from daylight.texts.document import Document, Piece
from daylight.texts.sentences import sentences

PATTERNS: tuple[Pattern, ...] = (
    *belonging.PATTERNS,
    *acts.PATTERNS,
    *ties.PATTERNS,
    *beyond.PATTERNS,
)
LONGEST = 1_200
"""Characters of a sentence; a longer one is no sentence of prose and is left out."""
PARTS = ("word", "what", "way", "after", "before", "since", "by")
SUBJECTS = ("sub", "both", "those", "own")
OBJECTS = ("obj", "one")
OTHERS = ("other", "apart")
SAME = {("sequence", "membership"), ("candidate", "membership"), ("count", "membership"),
        ("base", "membership"), ("candidate", "intent")}  # fmt: skip
"""Types of which a claim of the second is left out where one of the first has its words."""
NEAR = 8
"""Characters by which two claims of one type may overlap and be two."""


def claims(document: Document, on: date | None) -> tuple[Claim, ...]:
    """Return what a document claims, in order.

    Parameters
    ----------
    document : Document
    on : date or None
        Date of the text: what "now" and "last year" mean. Without one they mean nothing.
    """
    context, out = Context(), []
    pieces = sorted((*document.paragraphs, *document.captions), key=lambda piece: piece.start)
    for piece in pieces:
        for sentence in sentences(piece, document.original):
            if len(sentence.text) <= LONGEST:
                out += of_sentence(sentence, document.original, on, context)
    return tuple(out)


def of_sentence(
    sentence: Piece, original: str, on: date | None, context: Context
) -> tuple[Claim, ...]:
    """Return the claims of one sentence, and take it into the context."""
    text = original[sentence.start : sentence.end]
    mentions = find(text, on)
    said = tuple(context.meant(text, mentions))
    marked = masked(text, mentions, said, on)
    context.add(mentions, said)
    if not MARK.search(marked.masked):
        return ()
    small = marked.masked.lower()
    found = chain.from_iterable(
        _made(pattern, match, marked, sentence.start)
        for pattern in PATTERNS
        for match in pattern.matches(marked, small)
    )
    return tuple(sorted(_kept(found), key=lambda claim: (claim.start, claim.end)))


def _made(
    pattern: Pattern, match: re.Match[str], sentence: Masked, offset: int
) -> Iterator[Claim]:
    number = sentence.number(part(match, "n")) or sentence.number(part(match, "by"))
    begin = match.start("sub") if pattern.relation == "said" else match.start()
    start, end = sentence.place(begin), sentence.place(match.end())
    parts = ((name, part(match, name)) for name in PARTS)
    yield Claim(
        type=pattern.type,
        relation=pattern.relation,
        start=offset + start,
        end=offset + end,
        text=" ".join(sentence.text[start:end].split()),
        sentence=" ".join(sentence.text.split()),
        attribution=attribution(sentence, begin, match.end()),
        speaker=speaker(sentence),
        negated=denied(match),
        subject=_actors(match, sentence, SUBJECTS),
        object=_actors(match, sentence, OBJECTS) or _bloc(pattern, match, sentence),
        other=_actors(match, sentence, OTHERS),
        measure=pattern.measure,
        comparator=pattern.comparator,
        value=number.value if number else None,
        unit=number.unit if number else None,
        window=_window(match, sentence),
        parts=tuple((name, _plain(text, sentence)) for name, text in parts if text and text.strip()),
    )


def _actors(match: re.Match[str], sentence: Masked, names: Iterable[str]) -> tuple[Actor, ...]:
    """Return who stands in some named parts of a match, each once."""
    found = (sentence.named(part(match, name)) for name in names)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _bloc(pattern: Pattern, match: re.Match[str], sentence: Masked) -> tuple[Actor, ...]:
    """Return the bloc of a match that names it without a part of its own, "a NATO ally"."""
    return sentence.named(match[0], "B") if pattern.type == "membership" else ()


def _plain(text: str, sentence: Masked) -> str:
    """Return a part of a masked sentence in the words of the text."""
    shown = MARK.sub(lambda m: _shown(sentence, int(m[2])), text)
    return " ".join(shown.split())


def _shown(sentence: Masked, number: int) -> str:
    item = sentence.items[number]
    return sentence.text[item.start : item.end]


def _window(match: re.Match[str], sentence: Masked) -> Window | None:
    """Return the time of a claim: within its words, else the nearest one in the sentence."""
    for name in ("t", "since", "after"):
        times = sentence.times(part(match, name) or "")
        if times:
            return times[0]
    inside = sentence.times(match[0])
    if inside:
        return inside[-1]
    every = sentence.times()
    start, end = sentence.place(match.start()), sentence.place(match.end())
    return min(every, key=lambda w: max(w.start - end, start - w.end), default=None)


def _kept(found: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out a claim whose words lie within those of another of its type."""
    kept: list[Claim] = []
    for claim in sorted(found, key=lambda c: (c.type in UNCHECKABLE, c.start - c.end)):
        same = [c for c in kept if c.type == claim.type or (c.type, claim.type) in SAME]
        if all(claim.end - NEAR <= c.start or claim.start + NEAR >= c.end for c in same):
            kept.append(claim)
            yield claim
