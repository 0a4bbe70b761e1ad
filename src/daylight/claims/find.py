"""The claims of a document, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from daylight.actors.find import find
from daylight.claims.context import Context
from daylight.claims.cue import CLAUSE, Clause, Cue, clauses, cued
from daylight.claims.hedged import attribution, speaker
from daylight.claims.masked import MARK, Masked, masked
from daylight.claims.numbers import Number
from daylight.claims.patterns import NEGATION, Pattern, denied, part
from daylight.claims.records import UNCHECKABLE, Actor, Claim, Window
from daylight.claims.said import acts, belonging, beyond, ties
from daylight.claims.said.cues import CUES
from daylight.texts.document import Document, Piece
from daylight.texts.fold import Folded
from daylight.texts.place import unfold
from daylight.texts.sentences import sentences

PATTERNS: tuple[Pattern, ...] = (
    *belonging.PATTERNS,
    *acts.PATTERNS,
    *ties.PATTERNS,
    *beyond.PATTERNS,
)
LONGEST = 1_200
"""Characters of a sentence; a longer one is no sentence of prose and is left out."""
OPENING = re.compile(r"(?:In |On |By |Since |During )?‹T")
"""A time at the head of a sentence holds for all of it."""
PARTS = ("word", "what", "way", "after", "before", "since", "by")
SUBJECTS = ("sub", "both", "those", "own")
OBJECTS = ("obj", "one")
OTHERS = ("other", "apart")
SAME = {
    ("sequence", "membership"), ("membership", "sequence"), ("candidate", "membership"),
    ("membership", "candidate"), ("sequence", "candidate"), ("count", "membership"),
    ("count", "candidate"), ("base", "membership"), ("candidate", "intent"), ("tether", "membership"),
    ("membership", "tether"), ("count", "tether"), ("meeting", "statement"), ("trend", "quantity"),
    ("superlative", "trend"), ("superlative", "comparison"), ("comparison", "quantity"),
    ("comparison", "trend"), ("comparison", "superlative"), ("superlative", "quantity"),
    ("resilience", "trend"), ("trend", "resilience"), ("superlative", "resilience"),
    ("quantity", "base"), ("base", "quantity"), ("quantity", "trend"), ("sequence", "statement"),
    ("candidate", "statement"), ("membership", "statement"),
}  # fmt: skip
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
    folded = unfold(sentence, original)
    text = folded.text
    mentions = find(text, on)
    said = tuple(context.meant(text, mentions))
    marked = masked(text, mentions, said, on)
    context.add(mentions, said)
    if not MARK.search(marked.masked):
        return ()
    small = marked.masked.lower()
    found = [
        _made(pattern, match, marked, folded)
        for pattern in PATTERNS
        for match in pattern.matches(marked, small)
    ]
    parts = clauses(marked)
    loose = [
        _of_clause(cue, clause, match, marked, folded)
        for cue in CUES
        for clause, match in cued(cue, marked, parts)
    ]
    return tuple(sorted(_kept(found, loose), key=lambda claim: (claim.start, claim.end)))


def _made(pattern: Pattern, match: re.Match[str], sentence: Masked, folded: Folded) -> Claim:
    number = sentence.number(part(match, "n")) or sentence.number(part(match, "by"))
    begin = match.start("sub") if pattern.relation == "said" else match.start()
    finish = match.end()
    if pattern.type in UNCHECKABLE:
        begin, finish = _clause(sentence, match)
    start, end = sentence.place(begin), sentence.place(finish)
    at = folded.span(start, end)
    parts = ((name, part(match, name)) for name in PARTS)
    return Claim(
        type=pattern.type,
        relation=pattern.relation,
        start=at[0],
        end=at[1],
        text=" ".join(sentence.text[start:end].split()),
        sentence=" ".join(sentence.text.split()),
        attribution=attribution(sentence, begin, finish),
        speaker=speaker(sentence),
        negated=denied(match),
        subject=_actors(match, sentence, SUBJECTS)
        if pattern.type not in UNCHECKABLE
        else sentence.named(sentence.masked[begin:finish]),
        object=_actors(match, sentence, OBJECTS) or _bloc(pattern, match, sentence),
        other=_actors(match, sentence, OTHERS),
        measure=pattern.measure,
        comparator=pattern.comparator,
        value=number.value if number else None,
        unit=number.unit if number else None,
        window=_window(match, sentence),
        parts=(
            ("about", _about(sentence, number)),
            *((name, _plain(text, sentence)) for name, text in parts if text and text.strip()),
        ),
    )


def _clause(sentence: Masked, match: re.Match[str]) -> tuple[int, int]:
    """Return the clause around a match, without the marks that end it."""
    edges = [0, *(m.end() for m in CLAUSE.finditer(sentence.masked)), len(sentence.masked)]
    start = max(edge for edge in edges if edge <= match.start())
    end = min(edge for edge in edges if edge >= match.end())
    return start, start + len(sentence.masked[start:end].rstrip(" .,;:–—"))


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
    edges = [0, *(m.end() for m in CLAUSE.finditer(sentence.masked)), len(sentence.masked)]
    start = max(edge for edge in edges if edge <= match.start())
    end = min(edge for edge in edges if edge >= match.end())
    near = sentence.times(sentence.masked[start:end])
    if near or start == 0:
        return near[0] if near else None
    opening = sentence.times(sentence.masked[: edges[1]])
    return opening[0] if opening and OPENING.match(sentence.masked) else None


def _about(sentence: Masked, number: Number | None) -> str:
    """Return the words before a number: "more than", "nearly"."""
    return sentence.text[max(0, number.start - 24) : number.start].lower() if number else ""


def _of_clause(
    cue: Cue, clause: Clause, match: re.Match[str], sentence: Masked, folded: Folded
) -> Claim:
    """Return the claim of a clause that a cue tells."""
    text = sentence.masked[clause.start : clause.end]
    blocs = sentence.named(text, "B")
    people = sentence.named(text, "SLD")
    subject, object_, other = people, blocs, ()
    if cue.relation == "said":
        subject, object_ = sentence.named(text, "L")[:1], ()
    elif cue.relation == "met":
        subject, object_ = people, ()
    elif cue.relation == "forces":
        subject, object_ = people[:1], sentence.named(text, "P")[:1]
    elif not blocs or "B" not in cue.needs:
        subject, object_, other = people[:1], people[1:2], people[2:3]
    if cue.relation == "largest":
        subject, object_ = object_, subject
    number = sentence.number(text) if "N" in cue.needs else None
    start, end = sentence.place(clause.start), sentence.place(clause.end)
    words = next(
        (match[name] for name in ("word", "word2", "word3") if part(match, name)), match[0]
    )
    times = sentence.times(text) or sentence.times()
    whole = sentence.text[start:end].strip().rstrip(".,;:")
    at = folded.span(start, start + len(whole))
    return Claim(
        type=cue.type,
        relation=cue.relation,
        start=at[0],
        end=at[1],
        text=" ".join(whole.split()),
        sentence=" ".join(sentence.text.split()),
        attribution=attribution(sentence, match.start(), clause.end),
        speaker=speaker(sentence),
        negated=bool(NEGATION.search(sentence.masked[clause.start : match.end()])),
        subject=subject,
        object=object_,
        other=other,
        measure=cue.measure,
        comparator=cue.comparator,
        value=number.value if number else None,
        unit=number.unit if number else None,
        window=times[-1] if times else None,
        parts=(("about", _about(sentence, number)), ("word", _plain(words, sentence))),
    )


def _kept(found: Iterable[Claim], loose: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out a claim whose words lie within those of another of its type, or of a like one."""
    kept: list[Claim] = []
    strict = sorted(found, key=lambda c: (c.type in UNCHECKABLE, c.start - c.end))
    for claim in (*strict, *loose):
        beyond = claim.type in UNCHECKABLE
        same = [c for c in kept if beyond or c.type == claim.type or (c.type, claim.type) in SAME]
        if all(claim.end - NEAR <= c.start or claim.start + NEAR >= c.end for c in same):
            kept.append(claim)
            yield claim
