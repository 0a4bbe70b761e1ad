"""Standard output and error that cannot be written to: said in one line, or let go in silence."""

from __future__ import annotations

import io
import os
import select
import sys
from collections.abc import Callable
from typing import Any

from daylight.core.errors import CannotWrite, ReaderGone


def guard() -> None:
    """Put streams in the place of standard output and error whose failures are known for it.

    A closed one is opened to nowhere first, or the next file that is opened would get its number
    and with it whatever is printed.
    """
    if os.name != "posix" or sys.stdout is not sys.__stdout__ or sys.stderr is not sys.__stderr__:
        return
    closed = _open_all()
    sys.stdout = _stream(1, sys.stdout, _closed if 1 in closed else os.write, _refuse)
    sys.stderr = _stream(2, sys.stderr, os.write, _let_go)


def settle() -> None:
    """Write what is held back, while it can still be said that it failed."""
    sys.stdout.flush()


def hush() -> None:
    """Write what is held back where that is possible, before the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            continue


def _open_all() -> set[int]:
    closed = set()
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            closed.add(number)
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one
    return closed


def _stream(
    number: int, old: Any, write: Callable[[int, Any], int], fail: Callable[[OSError], None]
) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        io.BufferedWriter(_Raw(number, write, fail)),
        encoding=getattr(old, "encoding", None) or "utf-8",
        errors=getattr(old, "errors", None) or "strict",
        line_buffering=number == 2 or bool(getattr(old, "line_buffering", False)),
    )


class _Raw(io.RawIOBase):
    """An open descriptor. After the first failure it takes everything and writes nothing."""

    def __init__(
        self, number: int, write: Callable[[int, Any], int], fail: Callable[[OSError], None]
    ) -> None:
        self._number, self._write, self._fail = number, write, fail
        self._failed = False

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return os.isatty(self._number)

    def writable(self) -> bool:
        return True

    def write(self, contents: Any, /) -> int:
        while not self._failed:
            try:
                return self._write(self._number, contents)
            except BlockingIOError:
                select.select([], [self._number], [])
            except OSError as error:
                self._failed = True
                self._fail(error)
        return len(contents)


def _closed(number: int, contents: Any) -> int:
    raise OSError(0, "it is closed")


def _let_go(error: OSError) -> None:
    """There is nowhere left to say it; the exit code still tells."""


def _refuse(error: OSError) -> None:
    if isinstance(error, BrokenPipeError):
        raise ReaderGone("Standard output is read no more.")
    # As one of Daylight's own it has no number, or the library of the command line would take it.
    raise CannotWrite(
        f"Standard output cannot be written ({error.strerror or error}); what came out is not "
        f"whole. Make room or open it, or write to a file with -o."
    )
