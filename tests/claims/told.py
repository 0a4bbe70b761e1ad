"""Helpers of these tests: the claims of a text, and a claim in one line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from daylight.claims.context import Context
from daylight.claims.find import of_sentence
from daylight.claims.records import Actor, Claim
from daylight.texts.document import Piece
from daylight.texts.sentences import sentences

DAY = date(2020, 6, 15)


def told(text: str, on: date | None = DAY) -> list[Claim]:
    """Return the claims of a text of one or more sentences."""
    context, out = Context(), []
    for sentence in sentences(Piece(text, 0, len(text)), text):
        out += of_sentence(sentence, text, on, context)
    return out


def short(claim: Claim) -> str:
    """Return a claim as ``type relation [not] subject > object / other = value``."""
    parts = [claim.type, claim.relation, *(["not"] if claim.negated else [])]
    parts.append(f"{_ids(claim.subject)} > {_ids(claim.object)}")
    if claim.other:
        parts.append(f"/ {_ids(claim.other)}")
    if claim.value is not None:
        parts.append(f"= {claim.value:g}")
    return " ".join(parts)


def _ids(actors: Iterable[Actor]) -> str:
    return "+".join(actor.ids[0] for actor in actors) or "-"
