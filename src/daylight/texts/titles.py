"""The title among the lines above the body: the one with the highest score."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daylight.texts import names
from daylight.texts.blocks import Block
from daylight.texts.furniture import key
from daylight.texts.labels import Label
from daylight.texts.menus import kicker
from daylight.texts.zones import stems

WORDS = 35
"""Most words of a title."""
LONGEST = 500
"""Most characters of a title."""
IN_LIST = 1.0
"""What it counts that a line above stands in a list of links."""
CLOSE = 0.6
"""By how much a line under a title may be ahead of it."""
WEIGHT, ENOUGH = 1.4, 0.5
"""How much it counts that a line shares words with the body; and the share from which more
of them say no more."""
BODY = 4000
"""Words of the body that a title is compared with."""
_INNER = re.compile(r"[^\W\d_]{3}[.!?] [^\W\d_]")
_BARS = {"navigation", "login note", "subscription note"}
"""What stands under the name of a site more often than under a title."""


def title(
    first: int, blocks: Sequence[Block], labels: Sequence[Label], lists: Sequence[Label]
) -> int | None:
    """Return which line above the body is the title; the highest score has it.

    It shares words with the body, has as many words as titles have, and stands before a deck, a
    byline or the body.

    Parameters
    ----------
    first : int
        The first block of the body.
    blocks : sequence of Block
    labels : sequence of Label
        What is known of each by its own words.
    lists : sequence of Label
        The same, with lists of links marked: one that began above may swallow a title, so that a
        line in a list counts less, and is not left out.
    """
    candidates = [i for i in range(first) if labels[i] is None and _possible(blocks[i])]
    if not candidates:
        return None
    vocabulary = _vocabulary(blocks[first:], labels[first:])
    scores = {
        i: _score(i, first, blocks, labels, vocabulary) - (IN_LIST if lists[i] else 0)
        for i in candidates
    }
    best = max(candidates, key=lambda i: (scores[i], -i))
    over = best - 1
    if over in scores and blocks[over].words >= 4 and scores[over] >= scores[best] - CLOSE:
        best = over  # of two lines that are as likely, the lower is the deck
    return best if scores[best] > 0 else None


def _possible(one: Block) -> bool:
    return one.words <= WORDS and len(one.text) <= LONGEST and any(c.isalpha() for c in one.text)


def _vocabulary(blocks: Sequence[Block], labels: Sequence[Label]) -> set[str]:
    found, count = set[str](), 0
    for one, label in zip(blocks, labels, strict=True):
        if label is None and count < BODY:
            found |= stems(one.text)
            count += one.words
    return found


def _score(
    i: int, first: int, blocks: Sequence[Block], labels: Sequence[Label], vocabulary: set[str]
) -> float:
    one = blocks[i]
    own = stems(one.text)
    score = WEIGHT * min(len(own & vocabulary) / len(own) / ENOUGH, 1) if own else 0.0
    score += {1: -1.0, 2: -0.4, 3: 0.2}.get(one.words, 1.0 if one.words <= 20 else 0.3)
    score += 0.3 if not one.text.endswith((".", ":")) else 0
    score -= 1.2 if kicker(key(one.text)) else 0
    score -= 1.0 if _INNER.search(one.text) else 0
    score += _around(i, first, blocks, labels)
    again = sum(_begins(blocks[j].text, one.text) for j in range(max(i - 12, 0), i))
    return score + 0.8 * min(again, 1)


def _around(i: int, first: int, blocks: Sequence[Block], labels: Sequence[Label]) -> float:
    """Return what the lines around a line tell of whether it is the title."""
    after = _next(i, first, labels)
    score = -0.4 if _BARS & set(labels[i + 1 : after]) else 0.0
    if after == first or _named(after, first, blocks, labels):
        score += 0.6
    elif labels[after] is None and blocks[after].words >= 4:
        score += 0.9
    second = _next(after, first, labels)
    if any(_named(j, first, blocks, labels) for j in (after, second)):
        score += 0.8
    if i and labels[i - 1] is None and blocks[i - 1].words >= 4 and not blocks[i - 1].ended:
        score -= 0.6
    return score - (1.5 if "byline" in labels[max(i - 6, 0) : i] else 0)


def _named(i: int, first: int, blocks: Sequence[Block], labels: Sequence[Label]) -> bool:
    """Whether a line above the body is a byline, a date, or a name."""
    if i >= first:
        return False
    named = labels[i] is None and names.signed(blocks[i].text)
    return labels[i] in ("byline", "date line") or named


def _begins(longer: str, text: str) -> bool:
    """Whether a line is a title with the name of a site after it, or the same once more."""
    return len(text) > 12 and longer.startswith(text)


def _next(i: int, first: int, labels: Sequence[Label]) -> int:
    """Return the next line that is no furniture."""
    for j in range(i + 1, first):
        if labels[j] in (None, "byline", "date line"):
            return j
    return first
