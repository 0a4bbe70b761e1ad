"""Look at the head of every page of a Parquet file before its library reads one.

Where a page claims to hold fewer values than none, or far more than there is room for, the library
asks for that much memory, and the whole process ends: no error can be caught.
"""

from __future__ import annotations

from collections.abc import Iterator

from daylight.core.limits import CELLS, FILE
from daylight.sources.kit.thrift import DAMAGED, Reader, Struct

TAIL = 8
"""Bytes at the end: length of the footer, and the mark of the format."""
ROW_GROUPS = 4
CHUNKS = 1
CHUNK = 3
VALUES, PACKED, FIRST, DICTIONARY = 5, 7, 9, 11
"""Fields of a column chunk: its values, its bytes, and where its pages begin."""
UNPACKED_PAGE, PACKED_PAGE = 2, 3
DATA, WORDS, DATA_2 = 5, 7, 8
"""Fields of the head of a page: bytes unpacked and packed, and of what kind it is."""
COUNT, NULLS, ROWS = 1, 2, 3
"""Fields within the kind."""


def whole(content: bytes) -> bool:
    """Whether every page of a Parquet file claims what can be true of it.

    Its values are not looked at, and may be damaged.
    """
    try:
        length = int.from_bytes(content[-TAIL:-4], "little")
        footer = Reader(content, len(content) - TAIL - length).struct()
        return all(_fits(content, chunk) for chunk in _chunks(footer))
    except (*DAMAGED, AttributeError, KeyError, TypeError):  # other fields, or of other types
        return False


def _chunks(footer: Struct) -> Iterator[Struct]:
    for group in footer[ROW_GROUPS]:
        for column in group[CHUNKS]:
            yield column[CHUNK]


def _fits(content: bytes, chunk: Struct) -> bool:
    """Whether the pages of a column chunk hold, together, as many values as it is said to."""
    begin = chunk.get(DICTIONARY) or chunk[FIRST]
    end, left = begin + chunk[PACKED], chunk[VALUES]
    if not (0 <= begin <= end <= len(content) and 0 <= left <= CELLS):
        return False
    reader = Reader(content, begin)
    while reader.at < end:
        page = reader.struct()
        unpacked, packed = page[UNPACKED_PAGE], page[PACKED_PAGE]
        if not (0 <= unpacked <= FILE and 0 <= packed <= end - reader.at):
            return False
        if WORDS in page and not 0 <= page[WORDS][COUNT] <= unpacked:  # each takes a byte or more
            return False
        for kind, numbers in ((DATA, (COUNT,)), (DATA_2, (COUNT, NULLS, ROWS))):
            if kind in page:
                if not all(0 <= page[kind][number] <= left for number in numbers):
                    return False
                left -= page[kind][COUNT]
        reader.at += packed
    return left == 0
