"""Pages that were made, kept up to a number of bytes; each is made once at a time."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

MOST = 64 * 2**20
"""Bytes of all pages that are kept."""
SMALL = 1_000
"""Bytes below which nothing is packed."""
PACKED = ("text/", "application/json", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is sent.

    Attributes
    ----------
    content : bytes
    packed : bytes or None
        The same in gzip; None where that is not worth it.
    media : str
        Its media type.
    """

    content: bytes
    packed: bytes | None
    media: str

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.content) + len(self.packed or b"")


def page(content: bytes, media: str) -> Page:
    """Return a page, packed too where that is worth it."""
    worth = len(content) >= SMALL and media.startswith(PACKED)
    return Page(content, gzip.compress(content, 6, mtime=0) if worth else None, media)


class Kept:
    """A store of pages by key, the least lately used leaving first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._pages: OrderedDict[object, Page] = OrderedDict()
        self._size = 0
        self._lock = Lock()
        self._making: dict[object, Lock] = {}

    def found(self, key: object) -> Page | None:
        """Return a page that is kept."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def get(self, key: object, make: Callable[[], Page]) -> Page:
        """Return a page, made if it is not kept; who asks for one that is being made waits for it.

        What `make` raises is raised, and nothing is kept.
        """
        with self._lock:
            making = self._making.setdefault(key, Lock())
        try:
            with making:
                kept = self.found(key)
                return kept if kept is not None else self._keep(key, make())
        finally:
            with self._lock:
                self._making.pop(key, None)

    def _keep(self, key: object, made: Page) -> Page:
        with self._lock:
            if made.size <= self._most:
                self._pages[key] = made
                self._size += made.size
            while self._size > self._most:
                _, gone = self._pages.popitem(last=False)
                self._size -= gone.size
        return made
