"""Whether the files of an atlas are those of its manifest: what the word "damaged" rests on."""

from __future__ import annotations

from pathlib import Path

from daylight.store.manifest import Manifest, TableFile
from daylight.store.sha import sha256


def damage(folder: Path, manifest: Manifest) -> str:
    """Say what is wrong with the first table whose file differs, or nothing.

    Every file is read whole, so this is for the moment when something has failed already.
    """
    for file in manifest.tables:
        wrong = _wrong(folder / file.file, file)
        if wrong:
            return f"{file.file} {wrong}"
    return ""


def _wrong(path: Path, file: TableFile) -> str:
    if not path.exists():
        return "is missing"
    if not path.is_file():
        return "is no file"
    try:
        size = path.stat().st_size
        if size != file.bytes:
            return f"has {size:,} bytes where the manifest says {file.bytes:,}"
        return "" if sha256(path) == file.sha256 else "holds other bytes than the manifest says"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
