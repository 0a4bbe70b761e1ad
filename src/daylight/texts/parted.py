"""Lines of HTML that hold a byline, a date and the like, as blocks of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from daylight.texts.areas import Area
from daylight.texts.blocks import Block
from daylight.texts.document import Piece
from daylight.texts.labels import SHORT, split
from daylight.texts.place import unfold


def parted(area: Area, page: str) -> Iterator[Area]:
    """Yield the parts of a block of a page, or the block, each with its place in the page."""
    one = area.block
    text = one.text
    bare = Block(text, 0, len(text), one.gap, one.words, one.ended)
    parts = split(bare, text) if one.words <= SHORT else (bare,)
    if len(parts) == 1:
        yield area
        return
    whole = unfold(Piece(text, one.start, one.end), page)
    for part in parts:
        start, end = whole.span(part.start, part.end)
        yield replace(area, block=replace(part, start=start, end=end))
