"""The engine behind an atlas: a connection for each process, and queries that can be stopped."""

from __future__ import annotations

import ctypes
import os
import re
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

import duckdb

from daylight.core.errors import OverLimit

MOST_MEMORY = 1024**3
"""Bytes that the engine may use, and a result as much again. The largest table of the atlas that
ships, sorted whole, takes 1.2 GB of the two together."""
TIME_LIMIT = 30.0
"""Seconds that a query of the user's own may take; those of questions take less than one."""
LOOK = 0.05
"""Seconds between two looks at the time and the memory of a query that runs."""
_GRACE = 1.0
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3, "T": 1024**4}

Connection = duckdb.DuckDBPyConnection
Result = TypeVar("Result")


class Engine:
    """Connections to one atlas: one for each process, made by `connect` when first asked for.

    The threads of a connection do not live on in a forked child, so a child that used the one
    of its parent would wait for them for ever. It opens its own.
    """

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._connection, self._owner = connect(), os.getpid()
        _ENGINES.add(self)

    @contextmanager
    def cursor(self) -> Iterator[Connection]:
        """Open a cursor; each thread that asks has one of its own."""
        if self._owner != os.getpid():
            self._renew()
        with self._lock:
            cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            with suppress(duckdb.Error):  # one that does not stop at once is left to its thread
                cursor.close()

    def _renew(self) -> None:
        with self._lock:
            if self._owner == os.getpid():
                return
            _never_closed(self._connection)
            self._connection, self._owner = self._connect(), os.getpid()

    def _unlock(self) -> None:
        self._lock = threading.Lock()


_ENGINES: weakref.WeakSet[Engine] = weakref.WeakSet()


def _after_fork() -> None:
    """Give a child locks that no thread of its parent holds."""
    for engine in tuple(_ENGINES):
        engine._unlock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _never_closed(connection: Connection) -> None:
    """Keep a connection of the parent's for ever: closing it would wait for its threads."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))


def within_memory(connection: Connection) -> None:
    """Set how much memory an engine may use, and that it writes nothing to the disk."""
    own = str(connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0])
    connection.execute(f"SET memory_limit = '{_allowed(own)}B'")
    connection.execute("SET temp_directory = ''")


def _allowed(own: str) -> int:
    """Return half of what the engine would take by itself, up to MOST_MEMORY.

    By itself it takes four fifths of the machine, or of the container where it runs in one.
    """
    found = re.fullmatch(r"([\d.]+) *([KMGT]?)(?:i?B|bytes?)", own)
    if found is None:
        return MOST_MEMORY
    return min(MOST_MEMORY, int(float(found[1]) * _UNITS[found[2]]) // 2)


class _Run(Generic[Result]):
    """A piece of work in a thread of its own, with what became of it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self.done = threading.Event()
        self.result: list[Result] = []
        self.error: BaseException | None = None
        threading.Thread(target=self._go, daemon=True).start()

    def _go(self) -> None:
        try:
            self.result.append(self._work())
        except (duckdb.Error, OSError, ValueError, TypeError, RuntimeError, MemoryError) as error:
            self.error = error
        finally:
            self.done.set()


def watched(cursor: Connection, work: Callable[[], Result], seconds: float) -> Result:
    """Do work on a cursor in a thread, and stop it when it takes too long or too much.

    Parameters
    ----------
    cursor : Connection
        What the work uses, so that it can be interrupted.
    work : callable
    seconds : float
        Time that it may take.

    Raises
    ------
    OverLimit
        When the time is over, or the memory.
    """
    start, before = time.monotonic(), _most_memory()
    run = _Run(work)
    try:
        while not run.done.wait(LOOK):
            if time.monotonic() - start > seconds:
                raise OverLimit(
                    f"The query was stopped after {seconds:g} seconds; make it smaller, or give "
                    f"it more time: --time-limit SECONDS, in Python sql(query, time_limit=...)."
                )
            if _most_memory() - before > 2 * MOST_MEMORY:
                raise _too_large()
    finally:
        if not run.done.is_set():
            cursor.interrupt()
            run.done.wait(_GRACE)
    if isinstance(run.error, (MemoryError, duckdb.OutOfMemoryException)):
        raise _too_large() from None
    if run.error is not None:
        raise run.error
    if not run.result:
        raise RuntimeError("the query ended without a result")
    return run.result[0]


def _too_large() -> OverLimit:
    most = 2 * MOST_MEMORY / 1024**3
    return OverLimit(
        f"The query needs more than the {most:g} GB of memory that it may use; "
        f"take fewer rows or columns, add up before you join, or leave out the ORDER BY."
    )


def _most_memory() -> int:
    """Return the most bytes that this process has held so far; 0 where no system call tells."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
