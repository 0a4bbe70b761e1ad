"""Files that are being written: what a process that must end at once removes first."""

from __future__ import annotations

import os
from pathlib import Path

FILES: set[Path] = set()
"""Temporary files of this process, from their making until they are whole or gone."""
_OWNER = [os.getpid()]


def remove() -> None:
    """Remove them. A forked child leaves those of its parent alone."""
    if _OWNER[0] == os.getpid():
        for path in tuple(FILES):
            path.unlink(missing_ok=True)


def _forget() -> None:
    FILES.clear()
    _OWNER[0] = os.getpid()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
