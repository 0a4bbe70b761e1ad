"""The body of an answer, unpacked, and never more of it than may be."""

from __future__ import annotations

import http.client
import zlib

from daylight.core.errors import FetchFailed

STEP = 65_536
"""Bytes that are taken at once."""


def body(reply: http.client.HTTPResponse, most: int) -> bytes:
    """Return the bytes of a page.

    Raises
    ------
    FetchFailed
        When they are more than `most`, packed or unpacked, cut short, or packed otherwise than by
        gzip.
    """
    said = reply.headers.get("Content-Length", "")
    if said.isdecimal() and int(said) > most:
        raise _large(most)
    packing = reply.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise FetchFailed(f"The page is packed by {packing!r}, which was not asked for.")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in packing else None
    parts: list[bytes] = []
    left = most
    while chunk := reply.read(STEP):
        found = _unpacked(unpacker, chunk, left) if unpacker else chunk
        if len(found) > left:
            raise _large(most)
        left -= len(found)
        parts.append(found)
    if reply.length or (unpacker and not unpacker.eof):
        raise FetchFailed("The page is cut short; try again.")
    return b"".join(parts)


def _unpacked(unpacker: zlib._Decompress, chunk: bytes, left: int) -> bytes:
    try:
        return unpacker.decompress(chunk, left + 1)
    except zlib.error as error:
        raise FetchFailed(f"The page is damaged ({error}); try again.") from None


def _large(most: int) -> FetchFailed:
    return FetchFailed(f"The page has more than {most:,} bytes, which is the limit.")
