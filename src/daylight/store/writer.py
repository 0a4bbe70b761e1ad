"""Write the tables of an atlas so that a crash at any moment leaves the old atlas whole.

Each table goes to a file whose name carries the fingerprint of its inputs, by way of a
partial file. Files already there are reused when they hold the bytes that a build gave them, so a
stopped build resumes. The atlas changes only when its manifest is replaced, in one step. The
files of the atlas before stay for one more build, for those who have it open; older ones go last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path

import polars as pl
from filelock import FileLock, Timeout

from daylight.core.errors import BuildLocked, CannotWrite, DaylightError
from daylight.store import manifest as manifests
from daylight.store.manifest import Manifest, TableFile
from daylight.store.schemas import Table
from daylight.store.sha import sha256
from daylight.store.written import Written, set_aside, sync

LOCK = ".build.lock"
ROWS_PER_GROUP = 65_536
_BEFORE_2_1 = tuple(int(part) for part in pl.__version__.split(".")[:2]) < (2, 1)
ENDS = {"min": True, "max": True, "null_count": _BEFORE_2_1, "distinct_count": False}
"""What is written of the values of a group of rows; older libraries refuse it without nulls."""
_TYPES: dict[str, pl.DataType | type[pl.DataType]] = {
    "TINYINT": pl.Int8, "SMALLINT": pl.Int16, "INTEGER": pl.Int32, "BIGINT": pl.Int64,
    "USMALLINT": pl.UInt16, "UTINYINT": pl.UInt8, "BOOLEAN": pl.Boolean, "FLOAT": pl.Float32,
    "VARCHAR": pl.String, "DATE": pl.Date,
}  # fmt: skip


@contextmanager
def target(folder: Path) -> Iterator[Path]:
    """Hold `folder` for one build; nobody else may write there meanwhile.

    A build that fails takes back the lock and the folders that were not there before it, as far
    as nothing else lies in them.

    Raises
    ------
    CannotWrite
        When the folder cannot be made or written.
    BuildLocked
        When another live build holds it.
    """
    lock = FileLock(folder / LOCK)
    new = _not_there(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / LOCK).is_symlink() or (folder / LOCK).stat().st_size:
            raise CannotWrite(f"{folder / LOCK} is not by a build; move it, or choose another.")
    except FileNotFoundError:
        pass  # no build was here
    except OSError as error:
        raise _cannot(folder, error) from None
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BuildLocked(
            f"Another build is writing to {folder}; wait for it, or choose another folder."
        ) from None
    except OSError as error:
        raise _cannot(folder, error) from None
    try:
        yield folder
    except BaseException:
        for path in new:
            with suppress(OSError):  # where something was built
                path.rmdir() if path.is_dir() else path.unlink()
        raise
    finally:
        lock.release()


def _not_there(folder: Path) -> list[Path]:
    """Return the lock and the folders that a build will make, from the innermost."""
    try:
        return [path for path in (folder / LOCK, folder, *folder.parents) if not path.exists()]
    except OSError:  # said by whatever is tried next
        return []


@contextmanager
def writing(folder: Path, what: str) -> Iterator[None]:
    """Say what cannot be written to a folder where that is so.

    Raises
    ------
    CannotWrite
    """
    try:
        yield
    except OSError as error:
        if isinstance(error, DaylightError):
            raise
        raise CannotWrite(
            f"{what} cannot be written to {folder} ({error.strerror or error}); free some space "
            f"or choose another folder. Tables already made are kept."
        ) from None


def _cannot(folder: Path, error: OSError) -> OSError:
    if isinstance(error, DaylightError):
        return error
    why = "it is no folder" if isinstance(error, FileExistsError) else error.strerror or error
    return CannotWrite(f"{folder} cannot be written ({why}); choose another.")


def write_table(
    folder: Path,
    table: Table,
    inputs: str,
    make: Callable[[], pl.DataFrame],
    *,
    anew: bool = False,
) -> TableFile:
    """Write one table, or reuse the file that a stopped build finished.

    Parameters
    ----------
    folder : Path
        Where the atlas goes.
    table : Table
        Its definition; column names, types and sort order follow it.
    inputs : str
        Fingerprint of everything that the table depends on.
    make : callable
        Returns the frame; called only when there is no finished file.
    anew : bool
        Make it even where there is one, which it then replaces in one step.

    Raises
    ------
    CannotWrite
        When the disk is full or the folder went away; the partial file is removed.
    """
    path = folder / f"{table.name}-{inputs}.parquet"
    with writing(folder, f"Table {table.name}"):
        found = Written(folder).sound(path.name)
    if anew or not found:
        frame = conform(table, make())
        buffer = BytesIO()  # the library says of a full disk that the file is out of specification
        frame.write_parquet(
            buffer,
            compression="zstd",
            compression_level=22,
            row_group_size=ROWS_PER_GROUP,
            # lets a reader pass over groups of rows; with one group they are only bytes
            statistics=ENDS if len(frame) > ROWS_PER_GROUP else False,
        )
        # A copy: a view that a failed write leaves in a traceback ends Python 3.12.1.
        contents = buffer.getvalue()
        with writing(folder, f"Table {table.name}"):
            Written(folder).put(path.name, lambda to: to.write_bytes(contents))
    rows = pl.scan_parquet(path).select(pl.len()).collect().item()
    return TableFile(table.name, path.name, rows, path.stat().st_size, sha256(path))


def conform(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """Return `frame` with the columns, types and order of `table`."""
    casts = [pl.col(name).cast(kind) for name, kind in types(table).items()]
    return frame.select(casts).sort(table.key)


def types(table: Table) -> dict[str, pl.DataType | type[pl.DataType]]:
    """Return the Polars type of each column of a table."""
    return {name: _TYPES[kind] for name, (kind, _) in table.columns.items()}


def commit(folder: Path, manifest: Manifest) -> None:
    """Make the new atlas the one in use, then remove what older builds wrote.

    Files that no build wrote are left alone. One in the place of the manifest gets another name.

    Raises
    ------
    CannotWrite
        When the disk is full or the folder went away; the old atlas is in use then.
    """
    files = [t.file for t in manifest.tables]
    with writing(folder, "The new atlas"):
        record = Written(folder)
        record.turn(files)
        if not manifests.files(folder):
            set_aside(folder / manifests.NAME)
        manifests.write(folder, manifest)
        sync(folder)
    # The new atlas is in use: what cannot be cleared now goes with the next build.
    with suppress(OSError):
        record.clear(files)
