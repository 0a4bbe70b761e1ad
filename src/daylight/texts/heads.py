"""What stands above the body beside the title: the deck, and who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.texts import captions, names
from daylight.texts.blocks import Block
from daylight.texts.furniture import key
from daylight.texts.labels import ALONE, Label

UNDER_TITLE, UNDER_NAME = 4, 6
"""Fewest words of a deck right under the title, and of one under a byline or a date."""
BELOW = 3
"""Lines below the body of which one may name the writer."""
NAMES = 12
"""Most words of a line of names beside a date."""
DECK = 60
"""Most words of a deck."""


def deck(
    title: int | None, first: int, blocks: Sequence[Block], labels: Sequence[Label]
) -> int | None:
    """Return which line is the deck: under the title, and apart from the body."""
    if title is None:
        return None
    named = False
    for i in range(title + 1, first + 1):
        if labels[i] in ("byline", "date line"):
            named = True
        if labels[i] is not None:
            continue
        if i == first:
            parted = _parted(i, blocks, labels)
            return i if not named and parted and blocks[i].words <= DECK else None
        one = blocks[i]
        if (
            one.words >= (UNDER_NAME if named else UNDER_TITLE)
            and one.text[0] not in "[("
            and not (named and captions.pictured(one.text, one.words))
        ):
            return i if not names.one_name(one.text) else None
    return None


def _parted(i: int, blocks: Sequence[Block], labels: Sequence[Label]) -> bool:
    """Whether a byline or a date parts a block from a body that follows."""
    for j in range(i + 1, len(blocks)):
        if labels[j] in ("byline", "date line"):
            return any(label is None for label in labels[j + 1 :])
        if labels[j] is None:
            return names.one_name(blocks[j].text) or names.agency(blocks[j].text)
    return False


def byline(
    title: int | None, first: int, last: int, blocks: Sequence[Block], labels: Sequence[Label]
) -> int | None:
    """Return which line names the writer: one that says so, or a name under the title."""
    said = [i for i, x in enumerate(labels) if x == "byline"]
    above = [i for i in said if i < first]
    if title is not None:
        above = [i for i in above if i > title] or above
    if above:
        return above[0]
    for i in range(0 if title is None else title + 1, first):
        one = blocks[i]
        if labels[i] is not None:
            continue
        if i and key(blocks[i - 1].text) in ALONE and names.names(one.text):
            return i
        desk, beside = names.agency(one.text), _dated(i, labels)
        if desk or (names.one_name(one.text) and (title is not None or beside)):
            return i
        if beside and one.words <= NAMES and names.writers(one.text):
            return i
    return next((i for i in said if last < i <= last + BELOW), None)


def _dated(i: int, labels: Sequence[Label]) -> bool:
    return "date line" in labels[max(i - 1, 0) : i + 2]
