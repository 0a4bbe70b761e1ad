"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from daylight.core.errors import CannotWrite, DaylightError


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a binary file that appears at `path` complete, or not at all.

    Raises
    ------
    CannotWrite
        When the folder is missing or not writable, `path` is a folder, or the disk is full.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(0, "it is not writable")
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be written ({error.strerror}); choose another place."
        ) from None
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as handle:
            yield handle
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except DaylightError:
        raise
    except OSError as error:
        raise CannotWrite(
            f"{path} cannot be written ({error.strerror or error}); free some space or choose "
            f"another place."
        ) from None
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
