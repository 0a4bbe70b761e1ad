"""Text as it is pasted from a page: the article apart from the furniture around it."""

from __future__ import annotations

from daylight.texts.assign import assign
from daylight.texts.blocks import Block, blocks
from daylight.texts.document import Document
from daylight.texts.labels import Role, label, split
from daylight.texts.made import document


def pasted(original: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the article in a text that was pasted, with everything else dropped and named."""
    parts, roles = read_parts(original)
    return document(original, parts, roles, "pasted", notes)


def read_parts(original: str) -> tuple[list[Block], list[Role]]:
    """Return the blocks of a pasted text, which cover it, and what each is."""
    parts = [part for one in blocks(original) for part in split(one, original)]
    return parts, assign(parts, [label(one, original) for one in parts])
