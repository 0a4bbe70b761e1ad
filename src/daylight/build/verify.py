"""Check an atlas against its manifest and its own rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from daylight.build.rules.across import across
from daylight.build.rules.cells import cells
from daylight.build.rules.check import Check
from daylight.build.rules.plausible import plausible
from daylight.build.rules.presence import presence
from daylight.core.errors import LoaderFault
from daylight.store import manifest as manifests
from daylight.store.manifest import Manifest, TableFile, fingerprint
from daylight.store.schemas import Table, table
from daylight.store.sha import sha256
from daylight.store.writer import types


def verify(folder: Path) -> tuple[Check, ...]:
    """Return every check of the atlas in `folder`, passed or not.

    Raises
    ------
    AtlasDamaged
        When there is no manifest to check against.
    """
    manifest = manifests.read(folder)
    sound = {
        file.name: folder / file.file
        for file in manifest.tables
        if _mark(folder / file.file) == file.sha256
    }
    checks = [check for file in manifest.tables for check in _table(folder, file, manifest, sound)]
    checks += [_id(manifest), _seal(folder)]
    return tuple(checks)


def _seal(folder: Path) -> Check:
    """Say whether there is a checksum; it was held against the manifest when that was read."""
    good = "checksum matches what it says"
    none = "has no checksum, being older: what it says of sources cannot be checked"
    return Check("atlas.json", True, good if manifests.sealed(folder) else none)


def _id(manifest: Manifest) -> Check:
    good = fingerprint(manifest.tables) == manifest.id
    return Check("atlas.json", good, "atlas id matches its tables" if good else "atlas id is wrong")


def _table(
    folder: Path, file: TableFile, manifest: Manifest, sound: Mapping[str, Path]
) -> Iterator[Check]:
    """Check one table; beside it only `sound` ones are read, whose bytes are as in the manifest."""
    if not (folder / file.file).is_file():
        yield Check(file.name, False, "file is missing")
        return
    if file.name not in sound:
        yield Check(file.name, False, "bytes differ from the manifest")
        return
    yield Check(file.name, True, f"{file.rows:,} rows, bytes as in the manifest")
    yield from rules(table(file.name), sound, date.fromisoformat(manifest.last))


def _mark(path: Path) -> str:
    try:
        return sha256(path)
    except OSError as error:
        return f"unreadable: {error.strerror}"


def hold(folder: Path, files: Iterable[TableFile], last: date) -> None:
    """Refuse tables that break a rule, before an atlas is made of them.

    Parameters
    ----------
    folder : Path
    files : iterable of TableFile
        Tables that lie there.
    last : date
        Last day that the atlas covers.

    Raises
    ------
    LoaderFault
        When a table is not what its definition promises.
    """
    names = {file.name: folder / file.file for file in files}
    for name in names:
        for check in rules(table(name), names, last):
            if not check.passed:
                raise LoaderFault(
                    f"The new table {name} breaks a rule: {check.text}. The atlas in use stays as "
                    f"it is. A source of the user's own may be at fault; else report this."
                )


def rules(spec: Table, paths: Mapping[str, Path], last: date) -> Iterator[Check]:
    """Check one table: its layout, then its cells, its states, its sense, and its names."""

    def other(name: str) -> pl.DataFrame | None:
        return pl.read_parquet(paths[name]) if name in paths else None

    frame = pl.read_parquet(paths[spec.name])
    wanted = [c for c in spec.columns if c in frame.columns or c not in spec.later]
    columns = wanted == frame.columns
    lacks = len(spec.columns) - len(wanted)
    older = f", but for {lacks} that are younger than this atlas" if lacks else ""
    yield Check(
        spec.name, columns, f"columns as defined{older}" if columns else f"has {frame.columns}"
    )
    other_types = [
        c for c, kind in types(spec).items() if c in frame.columns and frame.schema[c] != kind
    ]
    yield Check(
        spec.name, not other_types,
        f"wrong types: {other_types}" if other_types else "types as defined",
    )  # fmt: skip
    if not columns or other_types:
        return  # what follows reads them by name
    found = list(cells(spec, frame, last))
    yield from found
    if not all(check.passed for check in found):
        return  # what follows reads cells as they should be
    yield from presence(spec, frame, last)
    yield from plausible(spec, frame, other)
    yield from across(spec, frame, other, last)
