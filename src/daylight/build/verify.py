"""Check an atlas against its manifest and its own rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from daylight.store import manifest as manifests
from daylight.store.manifest import Manifest, TableFile, fingerprint
from daylight.store.schemas import Table, table
from daylight.store.sha import sha256
from daylight.store.writer import types


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one table: whether it passed, and what was found."""

    table: str
    passed: bool
    text: str


def verify(folder: Path) -> tuple[Check, ...]:
    """Return every check of the atlas in `folder`, passed or not.

    Raises
    ------
    AtlasDamaged
        When there is no manifest to check against.
    """
    manifest = manifests.read(folder)
    checks = [check for file in manifest.tables for check in _table(folder, file)]
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


def _table(folder: Path, file: TableFile) -> Iterator[Check]:
    path = folder / file.file
    if not path.is_file():
        yield Check(file.name, False, "file is missing")
        return
    if _mark(path) != file.sha256:
        yield Check(file.name, False, "bytes differ from the manifest")
        return
    yield Check(file.name, True, f"{file.rows:,} rows, bytes as in the manifest")
    yield from _rules(table(file.name), pl.read_parquet(path))


def _mark(path: Path) -> str:
    try:
        return sha256(path)
    except OSError as error:
        return f"unreadable: {error.strerror}"


def _rules(spec: Table, frame: pl.DataFrame) -> Iterator[Check]:
    """Columns as defined, keys unique, pairs ordered."""
    columns = list(spec.columns) == frame.columns
    yield Check(spec.name, columns, "columns as defined" if columns else f"has {frame.columns}")
    other = [c for c, kind in types(spec).items() if c in frame.columns and frame.schema[c] != kind]
    yield Check(spec.name, not other, f"wrong types: {other}" if other else "types as defined")
    doubled = len(frame) - frame.select(spec.key).n_unique()
    yield Check(spec.name, doubled == 0, f"{doubled} repeated keys")
    if {"a", "b"} <= set(frame.columns):
        wrong = len(frame.filter(pl.col("a") >= pl.col("b")))
        yield Check(spec.name, wrong == 0, f"{wrong} pairs out of order")
