"""Files that a user gives for a source: one, or all in a folder, read one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from daylight.core.errors import FetchFailed


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
            return path.read_bytes()
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
        When there is no file.
    """
    if path.is_file():
        return {path.name: path}
    found = {
        file.relative_to(path).as_posix(): file
        for file in sorted(path.rglob("*"))
        if file.is_file() and not any(p.startswith(".") for p in file.relative_to(path).parts)
    }
    if not found:
        raise FetchFailed(f"{source}: there is no file at {path}. {how}")
    return found
