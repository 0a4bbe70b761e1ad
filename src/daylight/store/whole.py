"""Write a file whole or not at all, and leave its place as it was found.

A regular file is replaced in one step by a new one beside it, with the mode of the old one and,
where the system allows it, its owner. A symbolic link stays: the file at its end is replaced. A
pipe, a terminal or another device is written to. A hard link to the old file keeps the old
contents, since what is replaced is the name.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import IO

from daylight.core import unfinished
from daylight.core.errors import CannotWrite, ReaderGone

LINKS = 40
"""Links followed before they are called a circle, as the system does."""
DESCRIPTORS = re.compile(r"/dev/fd|/proc/(?:self|thread-self|\d+(?:/task/\d+)?)/fd")


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a binary file that appears at `path` complete, or not at all.

    What goes to a pipe or a device is written when all of it is there.

    Raises
    ------
    CannotWrite
        When the folder is missing or not writable, `path` is a folder or a socket, or there is
        no room. What was written of the file is removed.
    ReaderGone
        When `path` is a pipe whose reader left before the end.
    """
    try:
        _nameable(path)
        number = _descriptor(path)
        kind = _kind(path) if number is None else stat.S_IFCHR
        if kind in (stat.S_IFCHR, stat.S_IFIFO):
            buffer = BytesIO()
            yield buffer
            _pour(path, number, buffer.getvalue())
        else:
            _refuse(path, kind)
            with _replaced(Path(os.path.realpath(path))) as handle:
                yield handle
    except BrokenPipeError:
        raise ReaderGone(f"{path} is read no more.") from None
    except OSError as error:
        if not error.errno and not isinstance(error, _Unfit):
            raise  # one of Daylight's own, which says more
        raise cannot_write(path, error) from None


def cannot_write(path: Path | str, error: OSError) -> CannotWrite:
    """Return the error that says why `path` cannot be written, and what to do."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    advice = "make room, or choose another place" if full else "choose another place"
    return CannotWrite(f"{path} cannot be written ({error.strerror or error}); {advice}.")


class _Unfit(OSError):
    """What is at the place is nothing that can be written to."""


def _nameable(path: Path) -> None:
    try:
        name = os.fsencode(path)
    except ValueError:
        raise _Unfit(0, "no file can have this name") from None
    if b"\0" in name:
        raise _Unfit(0, "no file can have this name")


def _kind(path: Path) -> int:
    """Return what is at the end of the links; 0 for nothing."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except FileNotFoundError:
        return 0


def _refuse(path: Path, kind: int) -> None:
    if kind == stat.S_IFDIR:
        raise _Unfit(0, "it is a folder")
    if kind not in (0, stat.S_IFREG):
        raise _Unfit(0, "it is no file")
    if kind and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is not writable")


@contextmanager
def _replaced(path: Path) -> Iterator[IO[bytes]]:
    """Open a new file beside `path` that takes its place, mode and owner at the end."""
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".daylight.")
    temporary = Path(name)
    unfinished.FILES.add(temporary)
    try:
        with os.fdopen(number, "wb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        _like(path, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
        unfinished.FILES.discard(temporary)


def _like(path: Path, temporary: Path) -> None:
    """Give a file the owner and mode of the one at `path`, or those of a new file."""
    try:
        old = path.stat()
    except FileNotFoundError:
        temporary.chmod(0o666 & ~_umask())
        return
    if hasattr(os, "chown"):
        # Only the owner of a file or of the whole machine may give it away.
        with suppress(PermissionError):
            os.chown(temporary, -1, old.st_gid)
        with suppress(PermissionError):
            os.chown(temporary, old.st_uid, -1)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def _descriptor(path: Path) -> int | None:
    """Return the number behind ``/dev/stdout`` and the like.

    Its file is not to be replaced: whoever opened it goes on writing to it.
    """
    for _ in range(LINKS):
        if path.name.isdecimal() and DESCRIPTORS.fullmatch(str(path.parent)):
            own = re.match(r"/proc/(\d+)/", f"{path.parent}/")
            return int(path.name) if own is None or int(own[1]) == os.getpid() else None
        if not path.is_symlink():
            return None
        path = Path(os.path.realpath(path.parent)) / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _pour(path: Path, number: int | None, contents: bytes) -> None:
    """Write to what is no regular file."""
    for stream in (sys.stdout, sys.stderr):
        if number is not None and stream is not None:
            stream.flush()
    if number is None:
        opened = os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    else:
        opened = os.dup(number)
    with os.fdopen(opened, "wb") as handle:
        handle.write(contents)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
