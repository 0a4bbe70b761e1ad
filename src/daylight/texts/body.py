"""Where the body begins and ends: the stretch of a page with most prose and least furniture."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.texts.blocks import Block
from daylight.texts.labels import Label
from daylight.texts.zones import SENTENCE, prose

MOST = 60
"""Words of one paragraph that count: one long notice is no body."""
SHORTEST = 2
"""Words of a sentence that stands alone."""
COST: dict[Label, float] = {
    None: 10, "navigation": 6, "section label": 4, "byline": 5, "date line": 4, "login note": 4,
    "subscription note": 4, "newsletter": 4, "related links": 4, "editor's note": 5,
    "author note": 12, "reader comments": 15, "footer": 20,
}  # fmt: skip
"""What a line that is no prose takes from a stretch, in words; others take :data:`OTHER`. What a
page has after an article takes much, what stands within one takes little."""
OTHER, AGAIN = 2.0, 1.0
"""What any other line takes, and one more of a list, which may be within an article."""
LISTS = frozenset({"related links", "newsletter", "subscription note", "cookie notice",
                   "navigation", "share buttons"})  # fmt: skip
NOT_FIRST = 3
"""Paragraphs that may stand above the title, as a notice or the text of a picture."""


def body_of(blocks: Sequence[Block], labels: Sequence[Label]) -> tuple[int, int] | None:
    """Return the first and the last block of the body; None when there is none."""
    found = _best([_worth(i, blocks, labels) for i in range(len(blocks))])
    if found is None:
        open_ = [i for i, x in enumerate(labels) if x is None]
        long = [i for i in open_ if blocks[i].words >= SENTENCE] or open_[-1:]
        return (long[0], _last(long[-1], blocks, labels)) if long else None
    first, last = found
    prosaic = (i for i in range(first, last + 1) if labels[i] is None and prose(blocks[i]))
    first = next(prosaic, first)  # a short line before it may be a title that asks
    return _below_title(first, last, blocks, labels), _last(last, blocks, labels)


def _worth(i: int, blocks: Sequence[Block], labels: Sequence[Label]) -> float:
    """Return what a block adds to a stretch."""
    label, one = labels[i], blocks[i]
    if label is None and (prose(one) or short(one)):
        return float(min(one.words, MOST))
    if label is None and one.text[-1] in ":;,":
        return 0.0  # an item of a list, or what leads to one
    if label in LISTS and i > 0 and labels[i - 1] in LISTS:
        return -AGAIN
    return -COST.get(label, OTHER)


def _best(worth: Sequence[float]) -> tuple[int, int] | None:
    """Return the ends of the stretch with the highest sum, of all that are above zero."""
    best, found = 0.0, None
    total, start = 0.0, 0
    for i, one in enumerate(worth):
        if total <= 0:
            total, start = 0.0, i
        total += one
        if total > best:
            best, found = total, (start, i)
    return found


def short(one: Block) -> bool:
    """Whether a block is a short sentence, which may stand alone as a paragraph."""
    return one.ended and one.words >= SHORTEST and not one.text.endswith(("…", "..."))


def _below_title(first: int, last: int, blocks: Sequence[Block], labels: Sequence[Label]) -> int:
    """Return where the body begins, when a title and a byline stand below its first lines."""
    seen = 0
    candidate = False
    for i in range(first, min(last, first + 10)):
        if labels[i] in ("byline", "date line") and candidate:
            return next(
                (j for j in range(i, last) if labels[j] is None and prose(blocks[j])), first
            )
        if labels[i] is None and prose(blocks[i]):
            seen += 1
        candidate = candidate or (labels[i] is None and not blocks[i].ended and i > first)
        if seen >= NOT_FIRST:
            break
    return first


def _last(last: int, blocks: Sequence[Block], labels: Sequence[Label]) -> int:
    """Return the last block, with one more where it breaks off after a few words."""
    after = last + 1
    while after < len(blocks) and labels[after] in ("caption", "credit"):
        after += 1
    if after >= len(blocks) or labels[after] is not None or not blocks[last].ended:
        return last
    alone = after + 1 >= len(blocks) or labels[after + 1] is not None
    one = blocks[after]
    small = sum(word[0].islower() for word in one.text.split(" "))
    broken = one.words >= 4 and 2 * small >= one.words
    return after if broken and (alone or one.words >= SENTENCE) else last
