"""Get the files of a source: from a mirror folder, from the cache, or from their address."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from daylight.core.errors import BadInput, FetchFailed
from daylight.sources.kit.declaration import Declaration, File

MIRROR = "DAYLIGHT_MIRROR"
CACHE = "DAYLIGHT_CACHE"
RETRIES = 3


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
    path = Path(text).expanduser()
    if not path.is_dir():
        raise BadInput(f"{MIRROR} is {text!r}, which is not a folder; point it at one or unset it.")
    return path


def cache() -> Path:
    """Return the folder where fetched files are kept (``DAYLIGHT_CACHE`` overrides it)."""
    import platformdirs

    text = os.environ.get(CACHE)
    return Path(text).expanduser() if text else Path(platformdirs.user_cache_dir("daylight"))


def where(source: Declaration, file: File, folder: Path | None = None) -> Path:
    """Return where `file` is, or would be put: in `folder`, else the mirror, else the cache."""
    root = folder or mirror()
    return root / file.mirror if root else cache() / source.id / file.name


def fetch(
    source: Declaration, file: File, progress: bool = False, folder: Path | None = None
) -> Path:
    """Return the path of `file`, downloading it when it is neither in the mirror nor cached.

    With `folder`, which is laid out as a mirror, nothing is looked for elsewhere.

    Downloads go to a temporary name and are moved into place only when their sha256 is
    the declared one, so an interrupted download leaves nothing behind.

    Raises
    ------
    FetchFailed
        When there is no address for these bytes, or the download failed or was cut short.
    """
    path = where(source, file, folder)
    if path.is_file():
        return path
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
    import pooch

    pooch.get_logger().setLevel("WARNING")

    archive = path.with_name(f"{path.name}.zip")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for attempt in range(RETRIES):
            try:
                pooch.retrieve(
                    url=str(file.url),
                    known_hash=None if file.member else f"sha256:{file.sha256}",
                    fname=archive.name if file.member else path.name,
                    path=path.parent,
                    progressbar=progress,
                )
                break
            except OSError:
                if attempt == RETRIES - 1:
                    raise
        if file.member:
            _unpack(archive, file.member, path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise FetchFailed(
            f"{source.id}: {file.name} could not be fetched from {file.url} ({error}). "
            f"Try again, or set {MIRROR} to a folder that holds it."
        ) from None
    return path


def _unpack(archive: Path, member: str, path: Path) -> None:
    """Move one member of a zip into place, and remove the zip, whatever it holds."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        with zipfile.ZipFile(archive) as bundle:
            partial.write_bytes(bundle.read(member))
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
        archive.unlink(missing_ok=True)
