"""From the cleaned text of a piece back to the original."""

from __future__ import annotations

from daylight.texts.document import Piece
from daylight.texts.fold import Folded, folded, seen
from daylight.texts.markup import runs


def unfold(piece: Piece, original: str) -> Folded:
    """Return the text of a piece that knows where each of its characters came from."""
    plain = folded(seen(original, piece.start, piece.end))
    return plain if plain.text == piece.text else folded(runs(original, piece.start, piece.end))


def place(piece: Piece, original: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the original of ``piece.text[start:end]``, which is not empty."""
    return unfold(piece, original).span(start, end)
