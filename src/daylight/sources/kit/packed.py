"""Unpack files in memory, within limits: a few kilobytes may claim to hold gigabytes.

Nothing is written to disk, so what a member is called can do no harm.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO

from daylight.core.limits import FILE, MEMBERS, RATIO, SMALL

_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError,
    ValueError,
)  # fmt: skip
"""What the libraries raise; a locked file is a RuntimeError."""


class CannotUnpack(ValueError):
    """A packed file that is damaged, locked, or larger than it may be; says so in one line."""


def allowed(packed: int) -> int:
    """Return how many bytes a packed file of so many bytes may unpack to."""
    return min(FILE, max(SMALL, RATIO * packed))


def gunzip(content: bytes) -> bytes:
    """Return what a gzip file holds, which may be several pieces.

    Raises
    ------
    CannotUnpack
    """
    most = allowed(len(content))
    try:
        with gzip.GzipFile(fileobj=BytesIO(content)) as packed:
            found = _bounded(packed, most)
    except (EOFError, OSError, zlib.error) as error:
        raise CannotUnpack(str(error)) from None
    if found is None:
        raise CannotUnpack(_too_large(most, len(content)))
    if not found:
        raise CannotUnpack("it is empty")
    return found


def members(content: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the wanted files in a zip file, one at a time.

    Raises
    ------
    CannotUnpack
    """
    most = left = allowed(len(content))
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            inside = packed.infolist()
            if len(inside) > MEMBERS:
                raise CannotUnpack(f"it holds {len(inside):,} files, at most {MEMBERS:,} are read")
            for one in inside:
                if one.is_dir() or not wanted(one.filename):
                    continue
                if one.file_size > left:  # what it claims; what it holds is counted below
                    raise CannotUnpack(_too_large(most, len(content)))
                with packed.open(one) as handle:
                    found = _bounded(handle, left)
                if found is None:
                    raise CannotUnpack(_too_large(most, len(content)))
                left -= len(found)
                yield one.filename, found
    except CannotUnpack:
        raise
    except _DAMAGED as error:
        raise CannotUnpack(str(error) or type(error).__name__) from None


def member(content: bytes, name: str) -> bytes:
    """Return one file in a zip file.

    Raises
    ------
    CannotUnpack
        Also when it is not there.
    """
    for _, found in members(content, lambda other: other == name):
        return found
    raise CannotUnpack(f"there is no {name} in it")


def _bounded(handle: IO[bytes] | gzip.GzipFile, most: int) -> bytes | None:
    found = handle.read(most + 1)
    return None if len(found) > most else found


def _too_large(most: int, packed: int) -> str:
    return f"its {packed:,} bytes unpack to more than {most:,}, which is the limit"
