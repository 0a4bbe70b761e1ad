"""Files and folders that somebody names: regular files of a bounded size, or they are refused.

A pipe would be waited for without end, and a device can be read without end.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from daylight.core.errors import BadInput
from daylight.core.limits import FILE

KINDS = {
    stat.S_IFREG: "a file",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def named(text: str, what: str) -> Path:
    """Return the path that a text names, with ``~`` written out.

    Parameters
    ----------
    text : str
    what : str
        What the text was given as, such as ``--to``.

    Raises
    ------
    BadInput
        When no file or folder can have that name.
    """
    try:
        path = Path(text).expanduser()
        os.fsencode(path)
    except (RuntimeError, ValueError) as error:
        raise BadInput(f"{what} is {text!r}, which names no place here ({error}).") from None
    if "\0" in text:
        raise BadInput(f"{what} is {text!r}; a name cannot hold a NUL byte.")
    return path


def kind(path: Path) -> str:
    """Return what is at the end of the links: "a file", "a folder" ..., or "" for nothing.

    What cannot be looked at, such as a name that is too long, is nothing.
    """
    try:
        return KINDS.get(stat.S_IFMT(path.stat().st_mode), "something else")
    except (OSError, ValueError):
        return ""


def read(path: Path, most: int = FILE) -> bytes:
    """Return the bytes of a regular file.

    Raises
    ------
    OSError
        With the reason in ``strerror``: it cannot be read, is no regular file, or has more than
        `most` bytes. Nothing is waited for, and no more than that is read.
    """
    try:
        _regular(path.stat().st_mode)
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except ValueError:
        raise OSError(errno.EINVAL, "no file can have this name") from None
    with os.fdopen(number, "rb") as handle:
        found = os.fstat(number)
        _regular(found.st_mode)  # once more: it may have been changed between
        if found.st_size > most:
            raise OSError(errno.EFBIG, _too_large(f"{found.st_size:,}", most))
        content = handle.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, _too_large(f"more than {most:,}", most))
    return content


_BINARY = getattr(os, "O_BINARY", 0)


def _regular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        is_ = KINDS.get(stat.S_IFMT(mode), "something else")
        raise OSError(errno.EINVAL, f"it is {is_}, not a file")


def _too_large(size: str, most: int) -> str:
    return f"it has {size} bytes, and at most {most:,} are read"
