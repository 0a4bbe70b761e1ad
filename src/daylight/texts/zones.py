"""Where the body begins and ends, and which lists of links are within or around it."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.texts import names
from daylight.texts.blocks import Block
from daylight.texts.document import Why
from daylight.texts.furniture import key, opened
from daylight.texts.labels import Label

SENTENCE, LONG = 12, 30
"""Words from which a block is prose: ended as a sentence, or not."""
PARAGRAPH = 40
"""Words of a paragraph that no list of links has."""
ENOUGH = 150
"""Words of a body after which comments of readers may come."""
LIST = 3
"""Lines without an end of a sentence that are a list of links, when they follow each other."""
SHARED = 0.4
"""Share of words that a last paragraph after a list of links has in common with the body."""


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
    body, vocabulary = 0, set[str]()
    for i, one in enumerate(blocks):
        if labels[i] == "opens":
            now = _opens(one, body)
            done[i] = now or "section label"
        elif now and labels[i] in (None, "byline", "caption", "credit"):
            if labels[i] is None and _resumes(i, blocks, labels, now, body, vocabulary):
                now = None
            else:
                done[i] = now
                now = None if now == "author note" and prose(one) else now
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
    if one.words >= PARAGRAPH and one.ended:
        return True
    following = next((j for j in range(i + 1, len(blocks)) if labels[j] is None), None)
    if following is not None and prose(blocks[following]):
        return True
    own = stems(one.text)
    return bool(own) and len(own & known) >= SHARED * len(own)


def body_of(blocks: Sequence[Block], labels: Sequence[Label]) -> tuple[int, int] | None:
    """Return the first and the last block of the body; None when there is none."""
    open_ = [i for i, x in enumerate(labels) if x is None]
    found = [i for i in open_ if prose(blocks[i])]
    if not found:
        found = [i for i in open_ if blocks[i].words >= SENTENCE or blocks[i].ended]
    if not found:
        found = open_[-1:]
    return (found[0], _last(found[-1], blocks, labels)) if found else None


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
    return after if alone and (broken or one.ended) else last


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
    found = [i for i, x in enumerate(labels) if x is None and prose(blocks[i])]
    ends = {*found[:1], *found[-3:]} if len(found) > 1 else set()
    return {i for i in ends if names.author_note(blocks[i].text, blocks[i].words, writer)}
