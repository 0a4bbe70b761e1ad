"""Get the files of a source: from a mirror folder, from the cache, or from their address."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from daylight.core.errors import BadInput, CannotWrite, FetchFailed
from daylight.sources.kit.declaration import Declaration, File
from daylight.sources.kit.packed import member
from daylight.store.given import kind, named, read

MIRROR = "DAYLIGHT_MIRROR"
CACHE = "DAYLIGHT_CACHE"
RETRIES = 3
WAIT = 1800
"""Seconds to wait for another process that fetches the same source."""
DAY = 86_400
LEFT = re.compile(r"tmp[a-z0-9_]{8}")
"""Names of temporary files that downloads once had in the folder of a source."""
OURS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM}
"""Failures of the place to write to, not of the line or its other end."""


def mirror() -> Path | None:
    """Return the mirror folder named by ``DAYLIGHT_MIRROR``, or None when it is not set.

    Raises
    ------
    BadInput
        When it is set but is not a folder.
    """
    text = os.environ.get(MIRROR)
    if not text:
        return None
    path = named(text, MIRROR)
    if kind(path) != "a folder":
        raise BadInput(f"{MIRROR} is {text!r}, which is not a folder; point it at one or unset it.")
    return path


def cache() -> Path:
    """Return the folder where fetched files are kept (``DAYLIGHT_CACHE`` overrides it)."""
    import platformdirs

    text = os.environ.get(CACHE)
    return named(text, CACHE) if text else Path(platformdirs.user_cache_dir("daylight"))


def where(source: Declaration, file: File, folder: Path | None = None) -> Path:
    """Return where `file` is, or would be put: in `folder`, else the mirror, else the cache."""
    root = folder or mirror()
    return root / file.mirror if root else cache() / source.id / file.name


def fetch(
    source: Declaration, file: File, progress: bool = False, folder: Path | None = None
) -> Path:
    """Return the path of `file`, downloading it when it is neither in the mirror nor cached.

    With `folder`, which is laid out as a mirror, nothing is looked for elsewhere.

    Downloads go to a folder of their own and are moved into place only when their sha256 is
    the declared one. What a killed download leaves there goes with the next of the source.

    Raises
    ------
    FetchFailed
        When there is no address for these bytes, or the download failed or was cut short.
    CannotWrite
        When there is no room for it.
    """
    path = where(source, file, folder)
    what = kind(path)
    if what == "a file":
        return path
    if what:
        raise FetchFailed(f"{source.id}: {path} is {what}, not a file; put the file there.")
    if folder:
        raise FetchFailed(
            f"{source.id}: {file.mirror} is not in {folder}; expected a folder laid out as a "
            f"mirror of the sources."
        )
    if mirror():
        raise FetchFailed(
            f"{source.id}: {file.mirror} is not in the mirror; add it there, or unset {MIRROR}."
        )
    if file.url is None:
        raise FetchFailed(
            f"{source.id}: {file.name} cannot be downloaded by a program. {file.by_hand} "
            f"Then put it at {path}."
        )
    return _download(source, file, path, progress)


def _download(source: Declaration, file: File, path: Path, progress: bool) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _workshop(source, path) as folder:
            if path.is_file():
                return path  # another process got it meanwhile
            found = _retrieve(file, folder, path.name, progress)
            _settle(found, path)
    except Timeout:
        raise FetchFailed(
            f"{source.id}: another process has been fetching it for {WAIT // 60} minutes; try "
            f"again when it is done."
        ) from None
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) in OURS:
            raise CannotWrite(
                f"{source.id}: {file.name} cannot be written to {path.parent} ({error}); make "
                f"room, or set {CACHE} to another folder."
            ) from None
        raise FetchFailed(
            f"{source.id}: {file.name} could not be fetched from {file.url} ({error}). "
            f"Try again, or set {MIRROR} to a folder that holds it."
        ) from None
    return path


@contextmanager
def _workshop(source: Declaration, path: Path) -> Iterator[Path]:
    """Hold a folder for the downloads of one source, empty before and after.

    Whoever holds it is the only one who downloads, so what lies in it was left by a process that
    was killed.
    """
    folder = cache() / ".fetching" / source.id
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{source.id}.lock"), timeout=WAIT):
        _empty(folder)
        _clear_old(path.parent)
        try:
            yield folder
        finally:
            _empty(folder)


def _empty(folder: Path) -> None:
    if not folder.is_symlink():
        for path in folder.iterdir():
            path.unlink()


def _clear_old(folder: Path) -> None:
    """Remove what killed downloads of earlier versions left among the files of a source."""
    for path in folder.iterdir():
        old = time.time() - path.lstat().st_mtime > DAY
        if old and LEFT.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            path.unlink()


def _retrieve(file: File, folder: Path, name: str, progress: bool) -> Path:
    import pooch

    pooch.get_logger().setLevel("WARNING")
    for attempt in range(RETRIES):
        try:
            pooch.retrieve(
                url=str(file.url),
                known_hash=None if file.member else f"sha256:{file.sha256}",
                fname=name,
                path=folder,
                progressbar=progress,
            )
            break
        except OSError as error:
            if attempt == RETRIES - 1 or error.errno in OURS:
                raise
    found = folder / name
    if file.member:
        inside = folder / f"{name}.member"  # never a name that the zip file gives
        inside.write_bytes(member(read(found), file.member))
        return inside
    return found


def _settle(found: Path, path: Path) -> None:
    """Have a file safely on disk, then under its name, in one step."""
    with found.open("rb") as handle:
        os.fsync(handle.fileno())
    found.replace(path)
