"""Write the tables of an atlas so that a crash at any moment leaves the old atlas whole.

Each table goes to a file whose name carries the fingerprint of its inputs, by way of a
partial file. Files already there are reused, so a stopped build resumes. The atlas changes
only when its manifest is replaced, in one step; files that it no longer names go last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl
from filelock import FileLock, Timeout

from daylight.core.errors import BuildLocked, CannotWrite
from daylight.store import manifest as manifests
from daylight.store.manifest import Manifest, TableFile
from daylight.store.schemas import Table
from daylight.store.sha import sha256

ROWS_PER_GROUP = 65_536
_TYPES: dict[str, pl.DataType | type[pl.DataType]] = {
    "TINYINT": pl.Int8, "SMALLINT": pl.Int16, "INTEGER": pl.Int32, "USMALLINT": pl.UInt16,
    "UTINYINT": pl.UInt8, "BOOLEAN": pl.Boolean, "FLOAT": pl.Float32, "VARCHAR": pl.String,
    "DATE": pl.Date,
}  # fmt: skip


@contextmanager
def target(folder: Path) -> Iterator[Path]:
    """Hold `folder` for one build; nobody else may write there meanwhile.

    Raises
    ------
    CannotWrite
        When the folder cannot be made or written.
    BuildLocked
        When another live build holds it.
    """
    lock = FileLock(folder / ".build.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise BuildLocked(
            f"Another build is writing to {folder}; wait for it, or choose another folder."
        ) from None
    except OSError as error:
        raise CannotWrite(
            f"{folder} cannot be written ({error.strerror}); choose another."
        ) from None
    try:
        yield folder
    finally:
        lock.release()


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
    if anew or not path.exists():
        frame = conform(table, make())
        partial = path.with_suffix(".parquet.partial")
        try:
            frame.write_parquet(
                partial, compression="zstd", compression_level=15, row_group_size=ROWS_PER_GROUP
            )
            partial.replace(path)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise CannotWrite(
                f"Table {table.name} cannot be written to {folder} ({error}); free some space "
                f"or choose another folder. Tables already made are kept."
            ) from None
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
    """Make the new atlas the one in use, then remove files that it does not name."""
    manifests.write(folder, manifest)
    keep = {t.file for t in manifest.tables}
    for path in folder.glob("*.parquet*"):
        if path.name not in keep:
            path.unlink()
