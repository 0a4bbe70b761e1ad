"""A connection that is cut off at a deadline."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer
from time import monotonic


@contextmanager
def stopped_at(deadline: float, opened: socket.socket) -> Iterator[None]:
    """Cut a connection off at the deadline: each byte alone would come in time."""
    late = Event()
    twin = opened.dup()  # the same connection, also when the other is wrapped

    def cut() -> None:
        late.set()
        with suppress(OSError):
            twin.shutdown(socket.SHUT_RDWR)

    timer = Timer(max(deadline - monotonic(), 0.01), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
        if late.is_set():
            raise TimeoutError("it took too long")
    finally:
        timer.cancel()
        opened.close()
        twin.close()
