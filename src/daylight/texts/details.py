"""Lines that are known by those beside them: captions, boxes, quotations drawn out."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.texts import captions, zones
from daylight.texts.blocks import Block
from daylight.texts.document import WHYS
from daylight.texts.furniture import key
from daylight.texts.labels import Label

NEAR = 8
"""Blocks around one in which its words may stand again, as a quotation drawn out of the text."""
BOXES = frozenset({"newsletter", "subscription note", "share buttons", "login note"})
"""Furniture that stands within the body in boxes of several lines."""
HEAD = 5
"""Most words of the first line of a box."""
IN_BOX, BOX = 4, 20
"""Most lines within a box, and words of each, that are not known by themselves."""


def shown(parts: Sequence[Block], found: list[Label], first: int, title: int | None) -> None:
    """Mark as captions the lines beside a credit that read as what a picture shows."""
    for i, one in enumerate(parts[:-1]):
        below = parts[i + 1]
        if found[i] == "media player" and found[i + 1] is None and not below.ended:
            if 4 <= below.words < zones.LONG and i + 1 != title:
                found[i + 1] = "caption"
            continue
        if found[i] == "credit" and captions.empty(one.text):
            if found[i + 1] is None and below.words <= 60 and i + 1 != title:
                found[i + 1] = "caption"
            continue
        if found[i + 1] != "credit" or found[i] is not None or one.words > 60 or i == title:
            continue
        close = not below.gap and one.gap
        loose = (one.words > 3 and not one.ended) or (i <= first and one.words < zones.LONG)
        under = i > 0 and i - 1 == title
        if close or captions.pictured(one.text, one.words) or (loose and not under):
            found[i] = "caption"


def trimmed(first: int, last: int, parts: Sequence[Block], found: Sequence[Label]) -> int:
    """Return the end of a body of which notes on the writer were the end."""
    if found[last] is None:
        return last
    kept = (i for i in range(last, first, -1) if found[i] is None)
    return next((i for i in kept if parts[i].ended or parts[i].words >= zones.SENTENCE), last)


def between(first: int, last: int, parts: Sequence[Block], found: list[Label]) -> None:
    """Mark the few lines within the body that stand in a box of furniture as more of it."""
    i = first + 1
    while i < last:
        end = i
        while end < last and found[end] is None:
            end += 1
        before, after = found[i - 1], found[end]
        run = parts[i:end]
        told = [x for x in (before, after) if x in BOXES]
        small = len(run) <= IN_BOX and all(one.words <= BOX for one in run)
        if run and len(told) == 2 and small:
            found[i:end] = [told[0]] * len(run)
        elif run and after in BOXES and not run[-1].ended and run[-1].words <= HEAD:
            found[end - 1] = after
        elif len(run) == 1 and not zones.prose(run[0]) and before in WHYS and after in WHYS:
            found[i] = before
        i = max(end, i) + 1


def repeated(parts: Sequence[Block], found: list[Label], title: int | None) -> None:
    """Mark lines whose words stand once more nearby, or that repeat the title."""
    named = key(parts[title].text) if title is not None else None
    for i, one in enumerate(parts):
        if found[i] not in (None, "body") or one.words > 60:
            continue
        if named and i != title and key(one.text) == named:
            found[i] = "repeated text"
        elif found[i] == "body" and one.words >= 6:
            near = [*range(max(i - NEAR, 0), i), *range(i + 1, min(i + NEAR + 1, len(parts)))]
            bare = one.text.strip("\"“”'‘’.… ")
            longer = (j for j in near if found[j] == "body" and len(parts[j].text) > len(one.text))
            if any(bare in parts[j].text for j in longer):
                found[i] = "repeated text"
