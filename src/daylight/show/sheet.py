"""What one sheet of paper has room for, of the sections of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from daylight.show.blocks import Block, Figure, Fold, Paragraph, Section, Subhead, Table, WorldMap

EARLY = 4
"""Sections that keep their charts and words longest where a sheet is full: the first ones."""
TIGHTEST = 5
"""Steps in which a sheet that is too full leaves more out; ``page.css`` says what."""
LIMITS_ON_A_SHEET, LIMITS_ON_A_FULL_SHEET = 5, 3
"""Limits that are printed on one sheet, the first ones."""


def without_twins(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections, with charts marked as more of which another one shows as much."""
    names = {b.name for s in sections for b in s.blocks if isinstance(b, Figure) and b.chart}
    return tuple(replace(s, blocks=tuple(_twin(b, names) for b in s.blocks)) for s in sections)


def _twin(block: Block, names: set[str]) -> Block:
    if isinstance(block, Figure) and block.twin in names:
        return replace(block, more=True)
    return block


def shortened(section: Section) -> Section:
    """Return a section without what no sheet has room for, and without the rows of its charts.

    One that has nothing but tables keeps them.
    """
    blocks = without_more(section.blocks)
    if not blocks:
        blocks = tuple(block for block in section.blocks if isinstance(block, Table))
    return replace(section, blocks=tuple(map(_bare, blocks)))


def without_more(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks without tables, folds and second charts, and without headings over these."""
    kept = [block for block in blocks if _has_room(block)]
    pairs = zip_longest(kept, kept[1:])
    empty = (None, *(block for block in kept if isinstance(block, Subhead)))
    return tuple(b for b, after in pairs if not (isinstance(b, Subhead) and after in empty))


def _has_room(block: Block) -> bool:
    if isinstance(block, Figure | WorldMap):
        return not block.more
    if isinstance(block, Paragraph):
        return block.role not in ("note", "more")
    return not isinstance(block, Fold | Table)


def _bare(block: Block) -> Block:
    if isinstance(block, Figure | WorldMap):
        return replace(block, table=replace(block.table, rows=()))
    return block


def of_a_sheet(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that one sheet shows, in pieces; one of tables is left to the page."""
    short = (shortened(section) for section in sections)
    return tuple(piece for section in short if section.blocks for piece in _pieces(section))


def _pieces(section: Section) -> Iterator[Section]:
    """Return a section as pieces that a column may end between; only the first has a heading."""
    starts = [
        k
        for k, (before, _) in enumerate(pairwise((None, *section.blocks)))
        if k == 0 or not isinstance(before, Subhead)
    ]
    for start, end in zip_longest(starts, starts[1:]):
        blocks = section.blocks[start:end]
        if start == 0:
            yield replace(section, blocks=blocks)
        else:
            yield Section(f"{section.name}-{start}", "", "", blocks)
