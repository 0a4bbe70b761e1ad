"""What is prose, and which lists of links are within or around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from daylight.texts import names
from daylight.texts.blocks import Block
from daylight.texts.document import Why
from daylight.texts.furniture import inserted, key, opened
from daylight.texts.labels import Label

SENTENCE, LONG = 12, 30
"""Words from which a block is prose: ended as a sentence, or not."""
PARAGRAPH, TWO = 35, 22
"""Words of a paragraph that no list of links has; and of one with two sentences."""
ENOUGH = 60
"""Words of a body after which comments of readers may come."""
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?]['\"’”]*+ ")
LOOSE: tuple[Label, ...] = (None, "byline", "caption", "credit", "date line")
"""What belongs to a list when it stands in one."""
LEAST = 5
"""Words of a sentence with which a body goes on after a few links."""
LIST = 3
"""Lines without an end of a sentence that are a list of links, when they follow each other."""
LIKELY, SHARED, SOME = 20, 0.4, 0.2
"""Words of a paragraph that no list of links is likely to have before another; and shares of its
longer words that a paragraph has in common with the body: alone, and before another."""


def prose(one: Block) -> bool:
    """Whether a block reads as a paragraph of the body."""
    return one.words >= LONG or (one.ended and one.words >= SENTENCE)


def stems(text: str) -> set[str]:
    """Return the beginnings of the longer words of a text."""
    return {word[:5] for word in key(text).split(" ") if len(word) > 3}


def listed(blocks: Sequence[Block], labels: Sequence[Label]) -> list[Label]:
    """Return labels with the lists that a line opens marked, up to where the body goes on."""
    done = list(labels)
    now: Why | None = None
    loose = False
    body, vocabulary = 0, set[str]()
    for i, one in enumerate(blocks):
        if labels[i] == "opens":
            now, loose = _opens(one, body), inserted(key(one.text))
            done[i] = now or "section label"
        elif now and labels[i] in LOOSE:
            if labels[i] is None and (
                (loose and one.ended and one.words >= LEAST)
                or _resumes(i, blocks, labels, now, body, vocabulary)
            ):
                now = None
            else:
                done[i] = now
                now = None if now == "author note" and prose(one) else now
        elif labels[i] == "share buttons" and now == "related links":
            loose = True  # buttons of the article: the list is over
        if now is None and labels[i] is None and prose(one):
            body += one.words
            vocabulary |= stems(one.text)
    return done


def _opens(one: Block, body: int) -> Why | None:
    """Return what a line opens here. Before the body, a word such as ``Author`` opens nothing."""
    found = opened(key(one.text))
    return None if not body and found in ("author note", "reader comments") else found


def _resumes(
    i: int, blocks: Sequence[Block], labels: Sequence[Label], now: Why, body: int, known: set[str]
) -> bool:
    """Whether the body goes on with a block, after a list."""
    one = blocks[i]
    if not prose(one) or (now == "reader comments" and body > ENOUGH) or now == "author note":
        return False
    if one.ended and one.words >= (TWO if _SENTENCE.search(one.text) else PARAGRAPH):
        return True
    own = stems(one.text)
    shared = len(own & known) / len(own) if own else 0.0
    more = i + 1 < len(blocks) and labels[i + 1] is None and prose(blocks[i + 1])
    return shared >= SHARED or (more and (one.words >= LIKELY or shared >= SOME))


def related(first: int, last: int, blocks: Sequence[Block], labels: Sequence[Label]) -> set[int]:
    """Return the blocks within the body that are links: lines without an end, one after another."""
    found: set[int] = set()
    run: list[int] = []
    for i in range(first, last + 2):
        one = blocks[i] if i <= last else None
        if one and labels[i] is None and not one.ended and 2 < one.words < LONG and _plain(one):
            run.append(i)
        elif one is None or labels[i] is None:
            found |= set(run) if len(run) >= LIST else set()
            run = []
    return found


def _plain(one: Block) -> bool:
    """Whether a line does not begin as an item of a list, which an article may have."""
    return (
        one.text[0] not in "-*•·–—●▪"
        and not one.text[:2].strip(".)").isdigit()
        and (one.text[-1] not in ":;,")
    )


def notes_on_writers(
    blocks: Sequence[Block], labels: Sequence[Label], writer: str | None
) -> set[int]:
    """Return the blocks at the ends of the body that say who the writer is."""
    found = [i for i, x in enumerate(labels) if x is None and blocks[i].ended]
    ends = {*found[:1], *found[-3:]} if len(found) > 1 else set()
    noted = {i for i in ends if names.author_note(blocks[i].text, blocks[i].words, writer)}
    for i, one in enumerate(blocks[:-1]):
        who = one.text.removeprefix("About ")
        if labels[i] is None and who != one.text and blocks[i + 1].text.startswith(who):
            noted |= {i, i + 1}
    return noted
