"""About how much room a page needs on one sheet, for browsers, which cannot try and see.

A program that lays out measures instead (:mod:`daylight.show.paper`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from daylight.core.said import Caveat
from daylight.show.blocks import (
    Block,
    Dated,
    Figure,
    Listing,
    Paragraph,
    Section,
    Subhead,
    WorldMap,
)
from daylight.show.sheet import (
    EARLY,
    LIMITS_ON_A_FULL_SHEET,
    LIMITS_ON_A_SHEET,
    TIGHTEST,
    without_more,
)

ROOM = 1500.0
"""Pixels of two columns on the smaller sheet, Letter, under a head and over a foot."""
LINE, HEAD, SMALL = (12.5, 70), (15.0, 52), (10.7, 82)
"""Height of a line in a column, and letters that it holds: of words, headings and captions."""
FACTS, FACTS_ON_A_FULL_SHEET = 6, 4
_HEIGHT = re.compile(r'height="(\d+)"')
SMALLER = 0.78
"""Size of charts in print, as ``page.css`` has it."""


def tightness(sections: Sequence[Section], limits: Sequence[Caveat]) -> int:
    """Return the first step in which a page fits on one sheet, or 0 where it never will.

    Parameters
    ----------
    sections : sequence of Section
    limits : sequence of Caveat
    """
    for tight in range(TIGHTEST + 1):
        shown = LIMITS_ON_A_FULL_SHEET if tight else LIMITS_ON_A_SHEET
        total = 40.0 + sum(_lines(limit.text, LINE) + 2 for limit in limits[:shown])
        total += sum(_tall(one, k >= EARLY, tight) for k, one in enumerate(sections))
        if total <= ROOM:
            return tight
    return 0


def _tall(section: Section, later: bool, tight: int) -> float:
    blocks = without_more(section.blocks)
    if not blocks:
        return 0.0
    return 26.0 + _lines(section.finding, HEAD) + sum(_block(b, later, tight) for b in blocks)


def _block(block: Block, later: bool, tight: int) -> float:
    if later and _left_out(block, tight):
        return 0.0
    if isinstance(block, Figure | WorldMap):
        return _figure(block, tight)
    if isinstance(block, Dated):
        return 18.0 * min(len(block.items), FACTS_ON_A_FULL_SHEET if tight else FACTS)
    if isinstance(block, Listing):
        return sum(_lines(str(item), LINE) + 2 for item in block.items)
    if isinstance(block, Paragraph | Subhead):
        return _lines(str(block.text), LINE) + 5
    return 0.0


def _left_out(block: Block, tight: int) -> bool:
    """Return whether a later section does without a block, as ``page.css`` says."""
    if isinstance(block, Listing | Subhead):
        return tight >= 2
    if isinstance(block, Paragraph):
        return tight >= 4
    return isinstance(block, Figure) and tight >= TIGHTEST


def _figure(figure: Figure | WorldMap, tight: int) -> float:
    if figure.chart is None:
        return _lines(figure.missing, LINE) + 5
    if isinstance(figure, Figure) and figure.spare and tight >= 3:
        return 0.0
    height = _HEIGHT.search(figure.chart.svg)
    drawn = SMALLER * float(height[1]) if height else 0.0
    return drawn + _lines(figure.chart.caption, SMALL) + 8


def _lines(text: str, kind: tuple[float, int]) -> float:
    height, letters = kind
    return height * ceil(len(text) / letters)
