"""Files that a user gives for a source: one, or all in a folder, read one at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from daylight.core.errors import FetchFailed
from daylight.core.limits import FILE, FILES
from daylight.store.given import kind, read


class Supplied(Mapping[str, bytes]):
    """Bytes of files by name, read from disk each time they are asked for.

    A folder can hold more than memory. Names are paths below the folder.

    Parameters
    ----------
    source : str
        Named in errors.
    paths : mapping of str to Path
        See :func:`supplied_paths`.
    packaged : mapping of str to bytes
        Tables of the source's own; a file of the same name gives way to them.
    how : str
        How users get the files, for errors.
    """

    def __init__(
        self, source: str, paths: Mapping[str, Path], packaged: Mapping[str, bytes], how: str
    ) -> None:
        self._source, self._how, self._packaged = source, how, packaged
        self._paths = {name: path for name, path in paths.items() if name not in packaged}

    def __getitem__(self, name: str) -> bytes:
        if name in self._packaged:
            return self._packaged[name]
        path = self._paths[name]
        try:
            return read(path)
        except OSError as error:
            why = error.strerror
            raise FetchFailed(
                f"{self._source}: {path} cannot be read ({why}). {self._how}"
            ) from None

    def __iter__(self) -> Iterator[str]:
        return iter([*self._paths, *self._packaged])

    def __len__(self) -> int:
        return len(self._paths) + len(self._packaged)


def supplied_paths(source: str, path: Path, how: str) -> dict[str, Path]:
    """Return the files at a path by name, in order: itself, or all below a folder.

    Hidden files, such as those that systems leave in folders, are passed over.

    Raises
    ------
    FetchFailed
        When there is no file, there are more than are read, or one is too large.
    """
    what = kind(path)
    if what == "a file":
        return {_text(path.name): _fitting(source, path)}
    if what not in ("", "a folder"):
        raise FetchFailed(f"{source}: {path} is {what}, not a file or folder. {how}")
    found: dict[str, Path] = {}
    for count, file in enumerate(path.rglob("*") if what else ()):
        if count >= FILES:
            raise FetchFailed(
                f"{source}: {path} holds more than {FILES:,} files and folders; give the folder "
                f"of the source alone. {how}"
            )
        name = file.relative_to(path)
        if not any(part.startswith(".") for part in name.parts) and kind(file) == "a file":
            found[_text(name.as_posix())] = _fitting(source, file)
    if not found:
        raise FetchFailed(f"{source}: there is no file at {path}. {how}")
    return dict(sorted(found.items()))


def _text(name: str) -> str:
    """Return a name as text that can be written; the system allows any bytes in one."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _fitting(source: str, path: Path) -> Path:
    """Return a path as it is; a file that is too large is told before any other is read."""
    size = path.stat().st_size
    if size > FILE:
        raise FetchFailed(f"{source}: {path} has {size:,} bytes, and at most {FILE:,} are read.")
    return path
