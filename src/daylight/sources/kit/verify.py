"""Compare the bytes of a file with its declaration before anything reads them."""

from __future__ import annotations

from pathlib import Path

from daylight.core.errors import FetchFailed, SourceChanged
from daylight.sources.kit.declaration import Declaration, File
from daylight.store.sha import sha256


def verify(source: Declaration, file: File, path: Path) -> None:
    """Raise unless `path` holds exactly the declared bytes.

    Raises
    ------
    FetchFailed
        When the file is shorter than declared: a truncated download.
    SourceChanged
        When it has other bytes: the producer has changed it, or it is another version.
    """
    size = path.stat().st_size
    if size < file.bytes:
        raise FetchFailed(
            f"{source.id}: {file.name} has {size:,} bytes where {file.bytes:,} were expected: "
            f"a truncated download. Delete {path} and fetch it again."
        )
    if size != file.bytes or sha256(path) != file.sha256:
        raise SourceChanged(
            f"{source.id}: the bytes of {file.name} are not those of version {source.version}. "
            f"Use that version, or check the new one and update source.yml."
        )
