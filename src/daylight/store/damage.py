"""Whether the files of an atlas are those of its manifest: what the word "damaged" rests on.

Every file is read whole when an atlas is opened. Size, time and inode of a file that was sound
once do not show that it still is: a disk that loses a bit changes none of them.
"""

from __future__ import annotations

from pathlib import Path

from daylight.core.errors import AtlasDamaged
from daylight.store import manifest as manifests
from daylight.store.given import kind
from daylight.store.manifest import Manifest, TableFile, fingerprint
from daylight.store.sha import sha256

State = tuple[tuple[int, int, int, int] | None, ...]
"""What the system says of each file, by which a change after opening is seen."""


def damage(folder: Path, manifest: Manifest) -> str:
    """Say what is wrong with the first table whose file differs, or nothing."""
    for file in manifest.tables:
        wrong = _wrong(folder / file.file, file)
        if wrong:
            return f"{file.file} {wrong}"
    if fingerprint(manifest.tables) != manifest.id:
        return f"its id is not {manifest.id}, which the manifest says"
    return ""


def hold_whole(folder: Path, manifest: Manifest) -> None:
    """Refuse an atlas that is damaged.

    Raises
    ------
    AtlasDamaged
        The same wherever it is found. A build that took away the files of an atlas that was open
        is told apart.
    """
    wrong = damage(folder, manifest)
    if not wrong:
        return
    if replaced(folder, manifest):
        raise AtlasDamaged(
            f"The atlas at {folder} was built anew since it was opened, more than once; "
            f"open it again."
        )
    raise AtlasDamaged(
        f"The atlas at {folder} is damaged: {wrong}; check it with `daylight atlas verify`, "
        f"then reinstall or rebuild."
    )


def replaced(folder: Path, manifest: Manifest) -> bool:
    """Whether builds took away files of an atlas that was open: another one is there now."""
    if all(state(folder, manifest)):
        return False
    now = manifests.files(folder)
    return bool(now) and now != {t.file: t.sha256 for t in manifest.tables}


def state(folder: Path, manifest: Manifest) -> State:
    """Return what the system says of each file."""
    return tuple(_state(folder / file.file) for file in manifest.tables)


def _state(path: Path) -> tuple[int, int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _wrong(path: Path, file: TableFile) -> str:
    what = kind(path)
    if not what:
        return "is missing"
    if what != "a file":
        return "is no file"
    try:
        size = path.stat().st_size
        if size != file.bytes:
            return f"has {size:,} bytes where the manifest says {file.bytes:,}"
        return "" if sha256(path) == file.sha256 else "holds other bytes than the manifest says"
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
