"""The main text of a page, by trafilatura, and which blocks of the page are in it."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from daylight.core.errors import MissingExtra
from daylight.texts.areas import Area
from daylight.texts.markup import tokens

MOST, TAGS = 1_500_000, 40_000
"""Characters and tags of a page without its scripts that are given to it: its time grows with their
square."""
TAG = 2_000
"""Characters of a tag; a longer one is given without its attributes."""
FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip
"""What a page that is wrong enough may make it raise."""
AHEAD = 20_000
"""Characters of the main text in which a block is looked for, after the block before."""
SHORT, HEAD = 16, 60
"""Letters from which a block is looked for within longer lines; and of its beginning."""
_NOT_LETTERS = re.compile(r"[\W_]+")


def library() -> Any:
    """Return trafilatura.

    Raises
    ------
    MissingExtra
        Without it: it is the extra `articles`.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtra(
            f"HTML is read with trafilatura ({error}); install it with the extra `articles`: "
            "pip install '.[articles]' in a clone. Or paste the text of the page into a file."
        ) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura


def main_text(page: str) -> str | None:
    """Return the main text of a page; None where none is found, or the page is too large.

    Raises
    ------
    MissingExtra
        Without trafilatura.
    """
    reader = library()
    plain = _plain(page)
    if plain is None:
        return None
    from lxml.etree import LxmlError  # type: ignore[import-untyped, unused-ignore]

    try:
        found = reader.bare_extraction(plain, include_comments=False, with_metadata=False)
    except (LxmlError, *FAULTS):
        return None
    return found.text if found is not None else None


def _plain(page: str) -> str | None:
    """Return a page without scripts and overlong tags; None when it is too much to be given."""
    parts: list[str] = []
    tags = length = 0
    for token in tokens(page):
        if token.kind == "unseen":
            continue
        size = token.end - token.start
        if token.kind != "text":
            tags += 1
        if token.kind == "open" and size > TAG:
            parts.append(f"<{token.name}>")
        else:
            parts.append(page[token.start : token.end])
            length += size
        if length > MOST or tags > TAGS:
            return None
    return "".join(parts)


def within(main: str, areas: Sequence[Area]) -> set[int]:
    """Return which blocks of a page are in its main text, in which they stand in order."""
    lines = {letters(line) for line in main.splitlines()}
    whole = letters(main)
    found = set()
    place = 0
    for i, area in enumerate(areas):
        own = letters(area.block.text)
        if not own:
            continue
        ahead = place + AHEAD + len(own)
        at = whole.find(own, place, ahead) if len(own) >= SHORT else -1
        if at < 0 and len(own) > HEAD:
            at = whole.find(own[:HEAD], place, ahead)
        if at >= 0:
            place = at + min(len(own), HEAD)
        if at >= 0 or own in lines:
            found.add(i)
    return found


def letters(text: str) -> str:
    """Return the letters and digits of a text, by which it is known again."""
    return _NOT_LETTERS.sub("", text).casefold()
