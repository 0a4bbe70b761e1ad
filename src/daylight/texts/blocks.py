"""Pasted text as blocks: a line each, or a paragraph where an editor broke its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from daylight.core.errors import BadInput
from daylight.texts.fold import UNSEEN, fold

MOST = 100_000
"""Blocks of a text. No article has a hundredth of it."""
WIDEST = 120
"""Characters of a line that an editor may have broken."""
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_EDGES = re.compile(rf"[^\s{UNSEEN}](?:.*[^\s{UNSEEN}])?", re.S)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that write no space between words."""
_AFTER = "\"'”’»›)]}*”“"
_ENDING = ".!?…。！？؟۔।॥՞።"


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph as it stands.

    Attributes
    ----------
    gap : bool
        Whether an empty line is before it.
    words : int
        About how many words it has.
    ended : bool
        Whether it ends as a sentence does.
    """

    text: str
    start: int
    end: int
    gap: bool = False
    words: int = 0
    ended: bool = False


def block(original: str, start: int, end: int, gap: bool = False) -> Block | None:
    """Return what stands between two places, without white space around it; None for nothing."""
    text = fold(original[start:end])
    if not text:
        return None
    if original[start].isspace() or original[end - 1].isspace() or not original.isascii():
        inner = _EDGES.search(original, start, end)
        if inner:
            start, end = inner.span()
    return Block(text, start, end, gap, words(text), ended(text))


def words(text: str) -> int:
    """Return how many words a cleaned text has; of scripts without spaces two letters count one."""
    spaced = text.count(" ") + 1
    return spaced if text.isascii() else max(spaced, len(_UNSPACED.findall(text)) // 2)


def ended(text: str) -> bool:
    """Whether a cleaned text ends as a sentence does."""
    bare = text.rstrip(_AFTER).rstrip()
    return bool(bare) and bare[-1] in _ENDING


def blocks(original: str) -> tuple[Block, ...]:
    """Return the blocks of a text in order; every character that is to be seen is in one.

    Raises
    ------
    BadInput
        When there are more than :data:`MOST`.
    """
    found: list[Block] = []
    last = 0
    for line in _LINE.finditer(original):
        one = block(original, line.start(), line.end())
        if one is None:
            continue
        between = original[last : one.start].replace("\r\n", "\n")
        gap = len(_ENDS.findall(between)) > 1
        last = one.end
        found.append(Block(one.text, one.start, one.end, gap, one.words, one.ended))
        if len(found) > MOST:
            raise BadInput(
                f"The text has more than {MOST:,} lines, so it is no article; give one article."
            )
    return tuple(_joined(original, found))


def _joined(original: str, lines: Sequence[Block]) -> list[Block]:
    """Return lines with those joined that an editor broke at a width."""
    width = max((len(b.text) for b in lines if len(b.text) <= WIDEST), default=0)
    broken = [i > 0 and _broken(lines[i - 1], b, width) for i, b in enumerate(lines)]
    pairs = sum(not b.gap and 2 * len(a.text) > width for a, b in pairwise(lines))
    wide = sum(len(b.text) > WIDEST for b in lines)
    cut = sum(
        joins and not a.ended for (a, _), joins in zip(pairwise(lines), broken[1:], strict=True)
    )
    few = cut < 3 or 2 * sum(broken) < pairs or 2 * cut < sum(broken)
    if few or 20 * wide > len(lines):
        return list(lines)
    done: list[Block] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or not broken[i]:
            first, last = lines[start], lines[i - 1]
            whole = block(original, first.start, last.end, first.gap) if i - start > 1 else first
            done += [whole] if whole else []
            start = i
    return done


def _broken(line: Block, following: Block, width: int) -> bool:
    """Whether the first word of the next line found no room on this one."""
    word = following.text.partition(" ")[0]
    return (
        not following.gap
        and width // 2 < len(line.text)
        and (len(line.text) + 1 + len(word) > width)
    )
